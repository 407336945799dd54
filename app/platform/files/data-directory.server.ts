import { mkdir, open } from "node:fs/promises";
import path from "node:path";
import { environment } from "../env.server";

type Room = "incoming" | "files" | "derived";

/** A path below the data directory. */
export function dataPath(room: Room, ...parts: string[]): string {
  return path.resolve(environment().DATA_DIRECTORY, room, ...parts);
}

const sha256Form = /^[0-9a-f]{64}$/;

/** Where content of this SHA-256 lies in a room; undefined for what is no SHA-256, so that no other path can be asked for. */
export function contentPath(room: "files" | "derived", sha256: string, suffix = ""): string | undefined {
  return sha256Form.test(sha256) ? dataPath(room, sha256.slice(0, 2), `${sha256}${suffix}`) : undefined;
}

/** Makes a rename or a new file in this directory survive a power cut. */
export async function syncDirectory(directory: string): Promise<void> {
  const handle = await open(directory, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

export async function makeDirectory(directory: string): Promise<string> {
  await mkdir(directory, { recursive: true, mode: 0o750 });
  return directory;
}
