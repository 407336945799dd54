import { readdir, rm, stat } from "node:fs/promises";
import path from "node:path";
import type pg from "pg";
import { dataPath } from "./data-directory.server";

const hourMs = 60 * 60 * 1000;

/**
 * Removes stored content that no row of `files` names and that came in more than so many hours ago, with the copies made
 * from it; answers how many. Younger content may belong to a form that is being saved at this moment.
 */
export async function sweepUnreferenced(pool: pg.Pool, olderThanHours: number, now = new Date()): Promise<number> {
  const before = now.getTime() - olderThanHours * hourMs;
  let removed = 0;
  for (const prefix of await namesIn(dataPath("files"))) {
    const old = await olderThan(before, prefix);
    if (old.length === 0) continue;
    const { rows } = await pool.query<{ sha256: string }>("SELECT sha256 FROM files WHERE sha256 = ANY($1)", [old]);
    const referenced = new Set(rows.map((row) => row.sha256));
    const unreferenced = old.filter((sha256) => !referenced.has(sha256));
    // Asked again: content that was sent once more in the meantime is young now.
    for (const sha256 of await olderThan(before, prefix, unreferenced)) {
      await rm(dataPath("files", prefix, sha256), { force: true });
      const copies = (await namesIn(dataPath("derived", prefix))).filter((name) => name.startsWith(`${sha256}-`));
      for (const copy of copies) await rm(dataPath("derived", prefix, copy), { force: true });
      removed += 1;
    }
  }
  return removed;
}

async function olderThan(before: number, prefix: string, names?: readonly string[]): Promise<string[]> {
  const directory = dataPath("files", prefix);
  const old: string[] = [];
  for (const name of names ?? (await namesIn(directory))) {
    const found = await stat(path.join(directory, name)).catch(() => undefined);
    if (found?.isFile() && found.mtimeMs < before) old.push(name);
  }
  return old;
}

async function namesIn(directory: string): Promise<string[]> {
  return readdir(directory).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw error;
  });
}
