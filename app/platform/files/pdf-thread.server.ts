import path from "node:path";
import { Worker } from "node:worker_threads";

// The portal runs from its own folder, built or not; the bundler does not touch this file.
const workerFile = path.resolve("app/platform/files/pdf-worker.mjs");
const resourceLimits = { maxOldGenerationSizeMb: 64, maxYoungGenerationSizeMb: 16, stackSizeMb: 4 };

export interface PdfTask {
  file: string;
  /** The page (from 1) to draw, this many pixels wide; the pages are only counted when it is left out. */
  picture?: { page: number; width: number };
}

export type PdfAnswer =
  | { pages: number }
  /** Red, green, blue and opacity, one byte each. */
  | { width: number; height: number; pixels: Uint8Array }
  /** "damaged": PDFium cannot read it. "limit": it took too long or too much memory, or crashed PDFium. */
  | { failed: "damaged" | "limit" };

/** Lets PDFium look at a file that nobody trusts, in a thread of its own that is ended when the time is up. */
export async function askPdfium(task: PdfTask, timeLimitMs = 10_000): Promise<PdfAnswer> {
  const worker = new Worker(workerFile, {
    workerData: task,
    resourceLimits,
    env: {},
    execArgv: [],
    stdout: true,
    stderr: true,
  });
  worker.stdout.resume();
  worker.stderr.resume();
  try {
    return await firstAnswer(worker, timeLimitMs);
  } finally {
    await worker.terminate();
  }
}

function firstAnswer(worker: Worker, timeLimitMs: number): Promise<PdfAnswer> {
  return new Promise((resolve) => {
    const giveUp = () => resolve({ failed: "limit" });
    const timer = setTimeout(giveUp, timeLimitMs);
    worker.once("message", resolve);
    worker.once("error", giveUp);
    worker.once("exit", giveUp);
    worker.once("exit", () => clearTimeout(timer));
  });
}
