import { createHash } from "node:crypto";
import { constants, createReadStream } from "node:fs";
import { copyFile, open, rename, rm, stat, utimes } from "node:fs/promises";
import path from "node:path";
import { Readable } from "node:stream";
import { contentPath, makeDirectory, syncDirectory } from "./data-directory.server";

async function sha256Of(file: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return hash.digest("hex");
}

async function syncFile(file: string): Promise<void> {
  const handle = await open(file, "r+");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Moves a finished file to its final path so that after a power cut it is either there whole or not at all. */
export async function settle(finished: string, target: string): Promise<void> {
  await syncFile(finished);
  const directory = await makeDirectory(path.dirname(target));
  await rename(finished, target);
  await syncDirectory(directory);
}

/**
 * Takes the file into the store under its SHA-256 (the file itself is moved away). Content that is already there is kept
 * and counts as new again, so that a sweep running meanwhile does not take it.
 */
export async function storeContent(file: string): Promise<{ sha256: string; sizeBytes: number }> {
  const sha256 = await sha256Of(file);
  const { size } = await stat(file);
  const target = contentPath("files", sha256);
  if (!target) throw new Error("a SHA-256 has 64 hexadecimal digits");
  const known = await stat(target).catch(() => undefined);
  if (known?.size === size) {
    const now = new Date();
    const touched = await utimes(target, now, now).then(
      () => true,
      () => false,
    );
    if (touched) {
      await rm(file, { force: true });
      return { sha256, sizeBytes: size };
    }
  }
  await settle(file, target);
  return { sha256, sizeBytes: size };
}

/** A copy of the file that may be moved; shares its blocks where the file system can. */
export async function copyOf(file: string, target: string): Promise<string> {
  await copyFile(file, target, constants.COPYFILE_FICLONE | constants.COPYFILE_EXCL);
  return target;
}

export interface StoredContent {
  stream: ReadableStream<Uint8Array>;
  sizeBytes: number;
}

/** Opens a file for reading, whole or from byte `first` to byte `last` (both included); undefined when it is not there. */
export async function openContent(
  file: string,
  range?: { first: number; last: number },
): Promise<StoredContent | undefined> {
  const handle = await open(file, "r").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw error;
  });
  if (!handle) return undefined;
  const { size } = await handle.stat();
  const node = handle.createReadStream(range ? { start: range.first, end: range.last } : {});
  return { stream: Readable.toWeb(node) as ReadableStream<Uint8Array>, sizeBytes: size };
}

export async function openStoredFile(
  sha256: string,
  range?: { first: number; last: number },
): Promise<StoredContent | undefined> {
  const file = contentPath("files", sha256);
  return file ? openContent(file, range) : undefined;
}
