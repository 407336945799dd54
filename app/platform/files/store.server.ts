import { rm, stat } from "node:fs/promises";
import { fileTypeFromFile } from "file-type";
import { accept, type Result, refuse } from "../result";
import { copyOf, storeContent } from "./content.server";
import { cleanFileName } from "./file-name";
import { encodeImage, imageHeader, maxPixels } from "./image.server";
import { incomingPath } from "./incoming.server";
import { inspectPdf } from "./pdf.server";

export { openStoredFile } from "./content.server";

export const maxFileBytes = 20 * 1024 * 1024;
const scanLongEdge = 4000;
const photoLongEdge = 2400;

export type FileRefusal =
  | "file.empty"
  | "file.type"
  | "file.tooLarge"
  | "file.tooManyPixels"
  | "file.damaged"
  | "file.encrypted"
  | "file.heic";

/** A file in the store, checked, ready for a row that says whose it is. */
export interface PreparedFile {
  sha256: string;
  mediaType: string;
  sizeBytes: number;
  width: number | null;
  height: number | null;
  originalName: string;
}

/** What is taken in: a file on disk and the name its sender gave it. */
export interface Incoming {
  path: string;
  fileName: string;
}

type ImageType = "image/jpeg" | "image/png" | "image/webp";
const imageFormats: Readonly<Record<string, string>> = {
  "image/jpeg": "jpeg",
  "image/png": "png",
  "image/webp": "webp",
};

function isImageType(mediaType: string | undefined): mediaType is ImageType {
  return mediaType !== undefined && mediaType in imageFormats;
}

async function recognise(file: string): Promise<Result<string, FileRefusal>> {
  const { size } = await stat(file);
  if (size === 0) return refuse("file.empty");
  if (size > maxFileBytes) return refuse("file.tooLarge");
  const mediaType = (await fileTypeFromFile(file))?.mime;
  if (mediaType === undefined) return refuse("file.type");
  return /^image\/hei[cf]/.test(mediaType) ? refuse("file.heic") : accept(mediaType);
}

/**
 * Takes in a scanned document: PDF as it is, JPEG, PNG and WebP written anew with at most 4000 pixels on the long edge.
 * The kind is recognised by content, never by name. The incoming file stays where it is.
 */
export async function acceptScan(incoming: Incoming): Promise<Result<PreparedFile, FileRefusal>> {
  const recognised = await recognise(incoming.path);
  if (!recognised.ok) return recognised;
  if (isImageType(recognised.value)) return acceptImage(incoming, recognised.value, recognised.value, scanLongEdge);
  if (recognised.value !== "application/pdf") return refuse("file.type");
  const verdict = await inspectPdf(incoming.path);
  if (verdict !== "ok") return refuse(verdict);
  const copy = await copyOf(incoming.path, await incomingPath());
  return accept(await prepared(copy, incoming, { mediaType: "application/pdf", width: null, height: null }));
}

/**
 * Takes in a photo: JPEG, PNG or WebP, written anew with at most 2400 pixels on the long edge and without the place it
 * was taken. Opaque photos become JPEG, transparent ones WebP. The incoming file stays where it is.
 */
export async function acceptPhoto(incoming: Incoming): Promise<Result<PreparedFile, FileRefusal>> {
  const recognised = await recognise(incoming.path);
  if (!recognised.ok) return recognised;
  if (!isImageType(recognised.value)) return refuse("file.type");
  return acceptImage(incoming, recognised.value, undefined, photoLongEdge);
}

async function acceptImage(
  incoming: Incoming,
  mediaType: ImageType,
  kept: ImageType | undefined,
  longEdge: number,
): Promise<Result<PreparedFile, FileRefusal>> {
  const header = await imageHeader(incoming.path);
  if (!header || header.format !== imageFormats[mediaType]) return refuse("file.damaged");
  if (header.width * header.height > maxPixels) return refuse("file.tooManyPixels");
  const wanted = kept ?? (header.hasAlpha ? "image/webp" : "image/jpeg");
  const target = await incomingPath();
  try {
    let image = await encodeImage(incoming.path, target, { longEdge, mediaType: wanted });
    if (image && (await stat(target)).size > maxFileBytes) {
      // A photograph saved as PNG can grow when written anew.
      image = await encodeImage(incoming.path, target, { longEdge, mediaType: "image/jpeg" });
    }
    return image ? accept(await prepared(target, incoming, image)) : refuse("file.damaged");
  } finally {
    await rm(target, { force: true });
  }
}

async function prepared(
  file: string,
  incoming: Incoming,
  kind: Pick<PreparedFile, "mediaType" | "width" | "height">,
): Promise<PreparedFile> {
  const stored = await storeContent(file);
  return { ...stored, ...kind, originalName: cleanFileName(incoming.fileName) };
}
