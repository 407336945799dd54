import { contentPath } from "./data-directory.server";
import { exists, makeOnce } from "./derived.server";
import { cutImage, type ImageCut, narrowImage } from "./image.server";

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

/** A photo cut to measure, made on first use. Undefined when there is no such photo. */
export async function derivedCut(
  sha256: string,
  cut: ImageCut,
): Promise<{ path: string; key: string; mediaType: "image/jpeg" } | undefined> {
  const key = `${cut.fit}-${cut.width}x${cut.height}`;
  const source = contentPath("files", sha256);
  const path = contentPath("derived", sha256, `-${key}.jpg`);
  if (!source || !path || !(await exists(source))) return undefined;
  await makeOnce(path, async (temporary) => {
    await cutImage(source, temporary, cut);
    return true;
  });
  return { path, key, mediaType: "image/jpeg" };
}
