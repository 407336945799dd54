import { readdir, readFile } from "node:fs/promises";
import path from "node:path";

/** A source file: its path from the repository's root, with slashes, and its text. */
export interface Source {
  path: string;
  text: string;
}

const root = path.resolve(import.meta.dirname, "../..");
const notOurs = /(^|\/)(generated|node_modules)(\/|$)/;

/** Every TypeScript file below the folders, generated ones left out. */
export async function readSources(...folders: string[]): Promise<Source[]> {
  const found = await Promise.all(
    folders.map(async (folder) => {
      const entries = await readdir(path.join(root, folder), { recursive: true, withFileTypes: true });
      return entries
        .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
        .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, "/"))
        .filter((file) => !notOurs.test(file));
    }),
  );
  return Promise.all(
    found
      .flat()
      .sort()
      .map(async (file) => ({ path: file, text: await readFile(path.join(root, file), "utf8") })),
  );
}

export const isTest = ({ path: file }: Source): boolean => /\.test\.tsx?$/.test(file);
export const isCatalogue = ({ path: file }: Source): boolean => /\/messages(\.\w+)?\.ts$/.test(file);
export const isGallery = ({ path: file }: Source): boolean => /^app\/ui\/gallery/.test(file);
