import { rm, stat } from "node:fs/promises";
import { settle } from "./content.server";
import { contentPath } from "./data-directory.server";
import { narrowImage } from "./image.server";
import { incomingPath } from "./incoming.server";

export const photoWidths = [320, 640, 1200] as const;
export type PhotoWidth = (typeof photoWidths)[number];

const making = new Map<string, Promise<void>>();

/**
 * The path of a photo's WebP copy of at most this width, made on first use; callers that come while it is being made
 * wait for the same one. Undefined when there is no such photo.
 */
export async function derivedPhoto(sha256: string, width: PhotoWidth): Promise<string | undefined> {
  const source = contentPath("files", sha256);
  const target = contentPath("derived", sha256, `-${width}.webp`);
  if (!source || !target || !(await exists(source))) return undefined;
  if (await exists(target)) return target;
  const underWay = making.get(target) ?? make(source, target, width).finally(() => making.delete(target));
  making.set(target, underWay);
  await underWay;
  return target;
}

async function make(source: string, target: string, width: PhotoWidth): Promise<void> {
  const temporary = await incomingPath();
  try {
    await narrowImage(source, temporary, width);
    await settle(temporary, target);
  } finally {
    await rm(temporary, { force: true });
  }
}

async function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}
