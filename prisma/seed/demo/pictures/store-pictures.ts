import { createHash } from "node:crypto";
import { mkdir, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import sharp from "sharp";
import { themes } from "../catalogue";
import { pdfOfPictures } from "./picture-pdf";
import { photoHeight, photoWidth, productPicture } from "./product-picture";
import {
  annexPicture,
  ownScanColour,
  ownScanHeight,
  ownScanPicture,
  ownScanWidth,
  scanHeight,
  scanPicture,
  scanWidth,
  screenshotHeight,
  screenshotPicture,
  screenshotWidth,
} from "./scan-picture";

/** A stored picture: its content's hash and what a row in `files` says of it. */
export interface StoredPicture {
  sha256: string;
  mediaType: string;
  sizeBytes: number;
  width: number | null;
  height: number | null;
  extension: string;
}

export interface DemoPictures {
  /** By index of the theme, then variant. */
  photos: StoredPicture[][];
  /** Per colour of sheet: as a picture and as a PDF. */
  scans: StoredPicture[][];
  /** Each unlike the others, for what an officer compares. */
  ownScans: StoredPicture[];
  screenshots: StoredPicture[];
}

const ownScanCount = 120;
// Every so many of them come from an office scanner, with an annex as the second page.
const pdfEvery = 3;
const sheetColours = ["#b3261e", "#2f7d32", "#1d4e89", "#6b3fa0", "#8a5a12"];

/**
 * Draws the demo's pictures and stores each under its SHA-256 in `<directory>/<first two digits>/<hash>`. The same pictures
 * on every run; few distinct ones, since many rows may show the same content.
 */
export async function storeDemoPictures(directory: string): Promise<DemoPictures> {
  const photos = Promise.all(
    themes.map(({ motif, colours }, theme) =>
      // The first product of the demo has several photos.
      Promise.all(
        (theme === 0 ? [0, 1, 2, 3] : [0, 1]).map((variant) =>
          storePhoto(directory, productPicture(motif, colours, variant)),
        ),
      ),
    ),
  );
  const scans = Promise.all(
    sheetColours.map((colour, index) =>
      storeScan(directory, scanPicture(colour, index % 2 === 0 ? 0.6 : -0.8), annexPicture(colour)),
    ),
  );
  const ownScans = Promise.all(
    Array.from({ length: ownScanCount }, async (_, n) => {
      if (n % pdfEvery === 0) return storePdf(directory, [ownScanPicture(n), annexPicture(ownScanColour)]);
      const content = await sharp(Buffer.from(ownScanPicture(n)))
        .webp({ quality: 70, effort: 1 })
        .toBuffer();
      return store(directory, content, "image/webp", "webp", ownScanWidth, ownScanHeight);
    }),
  );
  const screenshots = Promise.all(
    ["#e0532f", "#1b2430"].map(async (colour) => {
      const content = await sharp(Buffer.from(screenshotPicture(colour)))
        .webp({ quality: 80, effort: 2 })
        .toBuffer();
      return store(directory, content, "image/webp", "webp", screenshotWidth, screenshotHeight);
    }),
  );
  return {
    photos: await photos,
    scans: await scans,
    ownScans: await ownScans,
    screenshots: await screenshots,
  };
}

async function storePhoto(directory: string, svg: string): Promise<StoredPicture> {
  const content = await sharp(Buffer.from(svg)).webp({ quality: 82, effort: 2 }).toBuffer();
  return store(directory, content, "image/webp", "webp", photoWidth, photoHeight);
}

async function storeScan(directory: string, svg: string, annex: string): Promise<StoredPicture[]> {
  const webp = await sharp(Buffer.from(svg)).webp({ quality: 80, effort: 2 }).toBuffer();
  return Promise.all([
    store(directory, webp, "image/webp", "webp", scanWidth, scanHeight),
    storePdf(directory, [svg, annex]),
  ]);
}

/** The sheets as the pages of one PDF. */
async function storePdf(directory: string, sheets: readonly string[]): Promise<StoredPicture> {
  const pages = sheets.map(async (svg) => {
    const { data, info } = await sharp(Buffer.from(svg)).jpeg({ quality: 80 }).toBuffer({ resolveWithObject: true });
    return { jpeg: Buffer.from(data), width: info.width, height: info.height };
  });
  return store(directory, pdfOfPictures(await Promise.all(pages)), "application/pdf", "pdf", null, null);
}

async function store(
  directory: string,
  content: Buffer,
  mediaType: string,
  extension: string,
  width: number | null,
  height: number | null,
): Promise<StoredPicture> {
  const sha256 = await storeBytes(directory, content);
  return { sha256, mediaType, sizeBytes: content.length, width, height, extension };
}

/** Stores a content under its SHA-256, which it answers. */
export async function storeBytes(directory: string, content: Buffer): Promise<string> {
  const sha256 = createHash("sha256").update(content).digest("hex");
  const folder = join(directory, sha256.slice(0, 2));
  await mkdir(folder, { recursive: true });
  // Written aside and renamed: a killed start leaves no half file under a hash it does not have.
  const aside = join(folder, `${sha256}.${process.pid}.part`);
  await writeFile(aside, content);
  await rename(aside, join(folder, sha256));
  return sha256;
}
