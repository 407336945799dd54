import "../../../tests/integration/own-portal";
import { readFile, stat, writeFile } from "node:fs/promises";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { endlessPdf, pdfOfPages, slowPdf } from "../../../tests/fixtures/pdf-documents";
import { contentPath } from "./data-directory.server";
import { incomingPath } from "./incoming.server";
import { pdfPageCount, pdfPagePicture } from "./pdf-pages.server";
import { askPdfium } from "./pdf-thread.server";
import { acceptScan } from "./store.server";

async function store(content: Buffer): Promise<string> {
  const path = await incomingPath();
  await writeFile(path, content);
  const result = await acceptScan({ path, fileName: "quyet-dinh.pdf" });
  if (!result.ok) throw new Error(result.code);
  return result.value.sha256;
}

/** The colour in the middle of the left half of a picture, as red, green and blue. */
async function colourOnTheLeft(file: string): Promise<number[]> {
  const { width, height } = await sharp(file).metadata();
  const middle = { left: Math.floor(width / 4), top: Math.floor(height / 2), width: 1, height: 1 };
  return [...(await sharp(file).extract(middle).raw().toBuffer())];
}

async function pictureOf(sha256: string, page: number, width: 640 | 1200 | 2000): Promise<string> {
  const picture = await pdfPagePicture(sha256, page, width);
  if (picture === undefined) throw new Error(`page ${page} was not drawn`);
  return picture;
}

const redOnTheLeft = "1 0 0 rg 0 0 300 842 re f";

describe("a page of a PDF becomes a picture", () => {
  test("that shows what the page shows, as wide as asked", async () => {
    const scan = await store(pdfOfPages({ content: redOnTheLeft }));
    expect(await pdfPageCount(scan)).toBe(1);
    for (const [width, height] of [
      [640, 905],
      [1200, 1698],
      [2000, 2830],
    ] as const) {
      const picture = await pictureOf(scan, 1, width);
      expect(await sharp(picture).metadata()).toMatchObject({ format: "webp", width, height, hasAlpha: false });
      const [red = 0, green = 255, blue = 255] = await colourOnTheLeft(picture);
      expect(red).toBeGreaterThan(240);
      expect(Math.max(green, blue)).toBeLessThan(15);
    }
  });

  test("for every page there is, and no other", async () => {
    const scan = await store(pdfOfPages({ pages: 3 }));
    expect(await pdfPageCount(scan)).toBe(3);
    for (const page of [1, 2, 3]) expect(await pdfPagePicture(scan, page, 640)).toBeDefined();
    for (const page of [0, 4, -1]) expect(await pdfPagePicture(scan, page, 640)).toBeUndefined();
  });

  test("made once for all who ask at the same moment, and kept", async () => {
    const scan = await store(pdfOfPages({ content: "0 1 0 rg 0 0 300 842 re f" }));
    const pictures = await Promise.all(Array.from({ length: 6 }, () => pictureOf(scan, 1, 640)));
    expect(new Set(pictures).size).toBe(1);
    const { ino, mtimeMs } = await stat(pictures[0] ?? "");
    await writeFile(contentPath("files", scan) ?? "", "no longer a PDF");
    expect(await stat(await pictureOf(scan, 1, 640))).toMatchObject({ ino, mtimeMs });
  });

  test("up to the fiftieth of thousands", async () => {
    const scan = await store(pdfOfPages({ pages: 5000 }));
    expect(await pdfPageCount(scan)).toBe(5000);
    expect(await pdfPagePicture(scan, 50, 640)).toBeDefined();
    expect(await pdfPagePicture(scan, 51, 640)).toBeUndefined();
  });

  test("not for a file that is not there", async () => {
    for (const sha256 of ["0".repeat(64), "../../secret"]) {
      expect(await pdfPageCount(sha256)).toBeUndefined();
      expect(await pdfPagePicture(sha256, 1, 640)).toBeUndefined();
    }
  });
});

describe("a PDF that nobody can trust", () => {
  test("with pages of any size gives pictures within the limits", async () => {
    const boxes = [
      [0, 0, 1e6, 1e6],
      [0, 0, 10, 1e6],
      [0, 0, 1e6, 1],
    ] as const;
    for (const mediaBox of boxes) {
      const { width, height } = await sharp(await pictureOf(await store(pdfOfPages({ mediaBox })), 1, 2000)).metadata();
      expect(width).toBeLessThanOrEqual(2000);
      expect(height).toBeLessThanOrEqual(8000);
      expect(width * height).toBeLessThanOrEqual(8_000_000);
    }
  });

  test("with a wrong cross-reference table is repaired where PDFium can", async () => {
    const text = pdfOfPages({ pages: 2 }).toString("latin1");
    const scan = await store(Buffer.from(text.replace(/startxref\n\d+/, "startxref\n99999999"), "latin1"));
    expect(await pdfPageCount(scan)).toBe(2);
    expect(await pdfPagePicture(scan, 2, 640)).toBeDefined();
  });

  test("cannot be shown when it is broken", async () => {
    const scan = await store(Buffer.from(`%PDF-1.7\n${"\x07".repeat(5000)}\n%%EOF\n`, "latin1"));
    expect(await pdfPageCount(scan)).toBe(0);
    expect(await pdfPagePicture(scan, 1, 640)).toBeUndefined();
  });

  test("cannot be shown when it would take all memory, and the next one can", async () => {
    const scan = await store(endlessPdf());
    expect(await askPdfium({ file: contentPath("files", scan) ?? "" })).toEqual({ failed: "limit" });
    expect(await pdfPageCount(scan)).toBe(0);
    expect(await pdfPagePicture(scan, 1, 640)).toBeUndefined();
    expect(process.memoryUsage().rss).toBeLessThan(1_000_000_000);
    expect(await pdfPageCount(await store(pdfOfPages({ content: "% the next one" })))).toBe(1);
  });

  test("is stopped when its time is up, while the portal goes on", async () => {
    const slow = contentPath("files", await store(slowPdf())) ?? "";
    const other = await store(pdfOfPages({ content: "% meanwhile" }));
    const stopped = askPdfium({ file: slow, picture: { page: 1, width: 640 } }, 2_000);
    const first = await Promise.race([
      stopped.then(() => "stopped"),
      pdfPagePicture(other, 1, 640).then((picture) => readFile(picture ?? "").then(() => "drawn")),
    ]);
    expect(first).toBe("drawn");
    expect(await stopped).toEqual({ failed: "limit" });
  });
});
