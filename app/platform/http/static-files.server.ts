import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { type StoredBody, storeBody } from "./representations.server";
import type { HeaderTable } from "./security-headers";

const types: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".jpg": "image/jpeg",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".webmanifest": "application/manifest+json",
  ".webp": "image/webp",
  ".woff": "font/woff",
  ".woff2": "font/woff2",
};

const immutable = "public, max-age=31536000, immutable";
const short = "public, max-age=3600";
const effort = 9;

/** The files of the built client by URL path, compressed; hidden files, source maps and unknown kinds are not among them. */
export async function loadStaticFiles(
  directory: string,
  headers: HeaderTable,
): Promise<ReadonlyMap<string, StoredBody>> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(directory, path.join(entry.parentPath, entry.name)).split(path.sep))
    .filter((segments) => !segments.some((segment) => segment.startsWith(".")));
  const stored = await Promise.all(
    files.map(async (segments): Promise<[string, StoredBody][]> => {
      const type = types[path.extname(segments.at(-1) ?? "").toLowerCase()];
      if (type === undefined) return [];
      const body = await storeBody(
        await readFile(path.join(directory, ...segments)),
        {
          ...headers,
          "Content-Type": type,
          // Vite writes a hash of the content into every name below assets/.
          "Cache-Control": segments[0] === "assets" ? immutable : short,
          Vary: "Accept-Encoding",
        },
        effort,
      );
      return [[`/${segments.map(encodeURIComponent).join("/")}`, body]];
    }),
  );
  return new Map(stored.flat());
}
