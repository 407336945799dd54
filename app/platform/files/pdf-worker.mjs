// Plain JavaScript, left out of the build: a worker thread starts from a file that Node can run by itself.
import { readFile } from "node:fs/promises";
import { parentPort, workerData } from "node:worker_threads";
import { PDFiumLibrary } from "@hyzyla/pdfium";

const maxPixels = 8_000_000;
const maxEdge = 8_000;
const maxMemoryBytes = 384 * 1024 * 1024;
const wasmPageBytes = 65_536;

// A worker's resourceLimits do not cover WebAssembly, and PDFium on its own may grow to 2 GB.
const grow = WebAssembly.Memory.prototype.grow;
/** @param {number} pages */
WebAssembly.Memory.prototype.grow = function (pages) {
  if (this.buffer.byteLength + pages * wasmPageBytes > maxMemoryBytes) throw new RangeError("out of memory");
  return grow.call(this, pages);
};

/**
 * The picture's size: as wide as asked, unless the page is so long that it would exceed the limits.
 * @param {{ originalWidth: number; originalHeight: number }} page in points
 * @param {number} wanted width in pixels
 */
function pictureSize({ originalWidth, originalHeight }, wanted) {
  const ratio = originalHeight / originalWidth;
  if (!Number.isFinite(ratio) || ratio <= 0) throw new Error("the page has no size");
  const width = Math.min(wanted, Math.sqrt(maxPixels / ratio), maxEdge / ratio);
  return { width: Math.max(1, Math.floor(width)), height: Math.max(1, Math.floor(width * ratio)) };
}

/** @param {import("./pdf-thread.server").PdfTask} task */
async function answer({ file, picture }) {
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(await readFile(file));
  const page = document.getPage(picture ? picture.page - 1 : 0);
  const size = pictureSize(page.getOriginalSize(), picture?.width ?? 1);
  if (!picture) return { pages: document.getPageCount() };
  // Stamps and digital signatures are form fields.
  const { data, width, height } = await page.render({ ...size, renderFormFields: true });
  return { width, height, pixels: data };
}

try {
  parentPort?.postMessage(await answer(workerData));
} catch (error) {
  // Out of memory, PDFium traps.
  parentPort?.postMessage({ failed: error instanceof WebAssembly.RuntimeError ? "limit" : "damaged" });
}
