import { randomUUID } from "node:crypto";
import { open, readdir, rm, stat } from "node:fs/promises";
import path from "node:path";
import { dataPath, makeDirectory } from "./data-directory.server";

export const incomingKeptMs = 24 * 60 * 60 * 1000;

/** A path for a file that is not yet anyone's; what a crash leaves there is swept after a day. */
export async function incomingPath(): Promise<string> {
  return path.join(await makeDirectory(dataPath("incoming")), randomUUID());
}

/**
 * Writes chunks to a new file as they come and answers its size. Past `maxBytes` the file is dropped, but the chunks are
 * read on to their end, so that what follows them can be read; the answer is then "tooLarge".
 */
export async function spool(
  chunks: AsyncIterable<Uint8Array>,
  target: string,
  maxBytes: number,
): Promise<number | "tooLarge"> {
  const file = await open(target, "wx", 0o600);
  let size = 0;
  let whole = false;
  try {
    for await (const chunk of chunks) {
      size += chunk.byteLength;
      if (size <= maxBytes) await file.writeFile(chunk);
    }
    whole = size <= maxBytes;
  } finally {
    await file.close();
    if (!whole) await rm(target, { force: true });
  }
  return whole ? size : "tooLarge";
}

/** Removes what was left in the incoming room for more than a day; answers how many files. */
export async function sweepIncoming(now: Date): Promise<number> {
  const room = await makeDirectory(dataPath("incoming"));
  let removed = 0;
  for (const name of await readdir(room)) {
    const file = path.join(room, name);
    const found = await stat(file).catch(() => undefined);
    if (!found?.isFile() || now.getTime() - found.mtimeMs < incomingKeptMs) continue;
    await rm(file, { force: true });
    removed += 1;
  }
  return removed;
}
