import { rm, stat } from "node:fs/promises";
import { settle } from "./content.server";
import { incomingPath } from "./incoming.server";

const making = new Map<string, Promise<boolean>>();

/**
 * Makes a derived file unless it is there; callers that come while it is being made wait for the same one. `write` fills
 * a temporary file and tells whether it could. Answers whether the file is there now.
 */
export async function makeOnce(target: string, write: (temporary: string) => Promise<boolean>): Promise<boolean> {
  if (await exists(target)) return true;
  const underWay = making.get(target) ?? make(target, write).finally(() => making.delete(target));
  making.set(target, underWay);
  return underWay;
}

async function make(target: string, write: (temporary: string) => Promise<boolean>): Promise<boolean> {
  const temporary = await incomingPath();
  try {
    const written = await write(temporary);
    if (written) await settle(temporary, target);
    return written;
  } finally {
    await rm(temporary, { force: true });
  }
}

export async function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}
