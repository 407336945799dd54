import sharp from "sharp";
import { turns } from "./turns";

export const maxPixels = 50_000_000;

// Two images at a time, one thread each: a queue of large photos must not starve the pages or the memory.
sharp.cache(false);
sharp.concurrency(1);
const inTurn = turns(2);
const secondsPerImage = 30;

export interface EncodedImage {
  mediaType: "image/jpeg" | "image/png" | "image/webp";
  width: number;
  height: number;
}

interface Header {
  width: number;
  height: number;
  hasAlpha: boolean;
  format: string;
}

/** Reads an image's header only; undefined when it cannot be read. */
export async function imageHeader(file: string): Promise<Header | undefined> {
  try {
    const { width, height, hasAlpha, format } = await sharp(file, { limitInputPixels: false }).metadata();
    return { width, height, hasAlpha, format };
  } catch {
    return undefined;
  }
}

/**
 * Writes the image anew, upright, its long edge at most `longEdge` pixels, without any metadata (position, camera,
 * profile). Undefined when the image is damaged.
 */
export async function encodeImage(
  source: string,
  target: string,
  { longEdge, mediaType }: { longEdge: number; mediaType: EncodedImage["mediaType"] },
): Promise<EncodedImage | undefined> {
  const image = sharp(source, { limitInputPixels: maxPixels, failOn: "error" })
    .timeout({ seconds: secondsPerImage })
    .autoOrient()
    .resize({ width: longEdge, height: longEdge, fit: "inside", withoutEnlargement: true });
  const encoded =
    mediaType === "image/png"
      ? image.png({ compressionLevel: 9 })
      : mediaType === "image/webp"
        ? image.webp({ quality: 85 })
        : image.flatten({ background: "#ffffff" }).jpeg({ quality: 85, progressive: true });
  try {
    const { width, height } = await inTurn(() => encoded.toFile(target));
    return { mediaType, width, height };
  } catch (error) {
    if (isSystemError(error)) throw error;
    return undefined;
  }
}

/** A copy of at most this width, as WebP. */
export async function narrowImage(source: string, target: string, width: number): Promise<void> {
  await inTurn(() =>
    sharp(source, { limitInputPixels: maxPixels })
      .timeout({ seconds: secondsPerImage })
      .resize({ width, withoutEnlargement: true })
      .webp({ quality: 80 })
      .toFile(target),
  );
}

export interface ImageCut {
  /** "cat" cuts away what does not fit, around what draws the eye; "vien" sets the whole photo on white. */
  fit: "cat" | "vien";
  width: number;
  height: number;
  innerWidth: number;
  innerHeight: number;
}

/** Writes a JPEG of exactly these measures in sRGB, without any metadata. */
export async function cutImage(source: string, target: string, cut: ImageCut): Promise<void> {
  const { width, height, innerWidth, innerHeight } = cut;
  const left = Math.floor((width - innerWidth) / 2);
  const top = Math.floor((height - innerHeight) / 2);
  const white = "#ffffff";
  await inTurn(() =>
    sharp(source, { limitInputPixels: maxPixels })
      .timeout({ seconds: secondsPerImage })
      .autoOrient()
      .resize(innerWidth, innerHeight, cut.fit === "cat" ? { fit: "cover", position: "attention" } : { fit: "fill" })
      .flatten({ background: white })
      .extend({ left, top, right: width - innerWidth - left, bottom: height - innerHeight - top, background: white })
      .toColourspace("srgb")
      .jpeg({ quality: 90, progressive: true })
      .toFile(target),
  );
}

/** A copy turned clockwise by so many degrees, as WebP. */
export async function turnImage(source: string, target: string, degrees: number): Promise<void> {
  await inTurn(() =>
    sharp(source, { limitInputPixels: maxPixels })
      .timeout({ seconds: secondsPerImage })
      .rotate(degrees)
      .webp({ quality: 80 })
      .toFile(target),
  );
}

/** Writes pixels (red, green, blue, opacity) as WebP. */
export async function encodePixels(
  { pixels, width, height }: { pixels: Uint8Array; width: number; height: number },
  target: string,
): Promise<void> {
  await inTurn(() =>
    sharp(pixels, { raw: { width, height, channels: 4 } })
      .timeout({ seconds: secondsPerImage })
      .removeAlpha()
      .webp({ quality: 80 })
      .toFile(target),
  );
}

// libvips reports a full disk as text only; taken for a damaged image it would blame the sender.
function isSystemError(error: unknown): boolean {
  return (
    error instanceof Error &&
    /No space left|Permission denied|write error|unable to open for write/i.test(error.message)
  );
}
