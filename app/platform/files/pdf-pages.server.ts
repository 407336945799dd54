import { LRUCache } from "lru-cache";
import { log } from "../log.server";
import { contentPath } from "./data-directory.server";
import { exists, makeOnce } from "./derived.server";
import { encodePixels } from "./image.server";
import { askPdfium, type PdfAnswer, type PdfTask } from "./pdf-thread.server";
import { turns } from "./turns";

export const pdfPictureWidths = [640, 1200, 2000] as const;
export type PdfPictureWidth = (typeof pdfPictureWidths)[number];
export const maxPdfPages = 50;

const pageCounts = new LRUCache<string, number>({ max: 10_000 });
// What broke the limits once would do so on page after page. Tried again later: the machine may have been busy.
const avoided = new LRUCache<string, true>({ max: 10_000, ttl: 15 * 60 * 1000 });
const inTurn = turns(2);
const counting = new Map<string, Promise<number>>();

/** How many pages a stored PDF has; 0 when it cannot be shown as pictures, undefined when there is no such file. */
export async function pdfPageCount(sha256: string): Promise<number | undefined> {
  const source = contentPath("files", sha256);
  if (!source || !(await exists(source))) return undefined;
  const known = pageCounts.get(sha256);
  if (known !== undefined) return known;
  const underWay = counting.get(sha256) ?? count(sha256, source).finally(() => counting.delete(sha256));
  counting.set(sha256, underWay);
  return underWay;
}

async function count(sha256: string, file: string): Promise<number> {
  const answer = await ask(sha256, { file });
  if ("pages" in answer) pageCounts.set(sha256, answer.pages);
  return "pages" in answer ? answer.pages : 0;
}

/**
 * The path of a WebP picture of one page (from 1) of a stored PDF, made on first use. Undefined when there is no such
 * file or page, past page 50, and when the page cannot be drawn within the limits.
 */
export async function pdfPagePicture(
  sha256: string,
  page: number,
  width: PdfPictureWidth,
): Promise<string | undefined> {
  const source = contentPath("files", sha256);
  const target = contentPath("derived", sha256, `-page-${page}-${width}.webp`);
  if (!source || !target || page > maxPdfPages || !(await exists(source))) return undefined;
  if (await exists(target)) return target;
  const pages = await pdfPageCount(sha256);
  if (!pages || page < 1 || page > pages) return undefined;
  const made = await makeOnce(target, async (temporary) => {
    const answer = await ask(sha256, { file: source, picture: { page, width } });
    if (!("pixels" in answer)) return false;
    await encodePixels(answer, temporary);
    return true;
  });
  return made ? target : undefined;
}

function ask(sha256: string, task: PdfTask): Promise<PdfAnswer> {
  return inTurn(async () => {
    // Asked only now: pages that waited behind the one that broke the limits shall not keep other people waiting.
    if (avoided.has(sha256)) return { failed: "limit" };
    const answer = await askPdfium(task);
    if ("failed" in answer && answer.failed === "limit") {
      log.warn({ sha256 }, "a PDF broke the limits of time or memory and is not drawn for a while");
      avoided.set(sha256, true);
    }
    return answer;
  });
}
