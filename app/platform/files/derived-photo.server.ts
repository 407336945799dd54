import { contentPath } from "./data-directory.server";
import { exists, makeOnce } from "./derived.server";
import { narrowImage } from "./image.server";

export const photoWidths = [320, 640, 1200] as const;
export type PhotoWidth = (typeof photoWidths)[number];

/** The path of a photo's WebP copy of at most this width, made on first use. Undefined when there is no such photo. */
export async function derivedPhoto(sha256: string, width: PhotoWidth): Promise<string | undefined> {
  const source = contentPath("files", sha256);
  const target = contentPath("derived", sha256, `-${width}.webp`);
  if (!source || !target || !(await exists(source))) return undefined;
  await makeOnce(target, async (temporary) => {
    await narrowImage(source, temporary, width);
    return true;
  });
  return target;
}
