import { derivedPhoto, photoWidths } from "~/platform/files/derived-photo.server";
import { maxPdfPages, pdfPageCount, pdfPagePicture, pdfPictureWidths } from "~/platform/files/pdf-pages.server";
import { quarterTurns, turnedPicture } from "~/platform/files/turned-picture.server";
import { findReadableFile } from "./certificate-queries.server";

interface StoredScan {
  sha256: string;
  mediaType: string;
}

/** How much of a scan can be shown in the page: all its pages, and how many of them from the first; none when `shown` is 0. */
export interface ScanPages {
  total: number;
  shown: number;
}

const isPdf = (scan: StoredScan): boolean => scan.mediaType === "application/pdf";

/** The pages of a scan that the account may read. The first is drawn already, so that what cannot be drawn is known here. */
export async function scanPages(fileId: string | undefined, accountId: string, isStaff: boolean): Promise<ScanPages> {
  const scan = fileId === undefined ? undefined : await findReadableFile(fileId, accountId, isStaff);
  if (!scan) return { total: 0, shown: 0 };
  if (!isPdf(scan)) return { total: 1, shown: 1 };
  const first = await pdfPagePicture(scan.sha256, 1, 1200);
  const total = first ? ((await pdfPageCount(scan.sha256)) ?? 0) : 0;
  return { total, shown: Math.min(total, maxPdfPages) };
}

/**
 * A page (from 1) of a scan as a WebP picture, turned clockwise by so many degrees; undefined for pages, widths (pixels)
 * and turns that there are not.
 */
export async function scanPicture(
  scan: StoredScan,
  { page, width, turn }: { page: number; width: number; turn: number },
): Promise<{ path: string; key: string } | undefined> {
  const { sha256 } = scan;
  const path = await (isPdf(scan) ? pdfPicture(sha256, page, width) : photo(sha256, page, width));
  const key = `page-${page}-${width}`;
  if (path === undefined || turn === 0) return path === undefined ? undefined : { path, key };
  const known = quarterTurns.find((one) => one === turn);
  const turned = known && (await turnedPicture({ path, sha256, key }, known));
  return turned === undefined ? undefined : { path: turned, key: `${key}-${turn}` };
}

async function pdfPicture(sha256: string, page: number, width: number): Promise<string | undefined> {
  const known = pdfPictureWidths.find((one) => one === width);
  return known && pdfPagePicture(sha256, page, known);
}

async function photo(sha256: string, page: number, width: number): Promise<string | undefined> {
  const known = photoWidths.find((one) => one === width);
  return page === 1 && known ? derivedPhoto(sha256, known) : undefined;
}
