import { inspectSheet } from "../../app/platform/sheets/inspect-sheet.server";
import { readSheet } from "../../app/platform/sheets/read-sheet.server";
import { SheetRefused } from "../../app/platform/sheets/sheet";

/** A process of its own that reads the files it is told of, so that its memory is its own too. */
export interface ReadReport {
  outcome: string;
  rows: number;
  milliseconds: number;
  /** Highest resident memory of the whole process so far, in bytes. */
  peak: number;
}

async function read(file: string): Promise<Omit<ReadReport, "milliseconds" | "peak">> {
  const source = await inspectSheet(file, "tep.xlsx");
  if (!source.ok) return { outcome: source.code, rows: 0 };
  let rows = 0;
  try {
    for await (const _ of readSheet(file, source.value)) rows += 1;
    return { outcome: "read", rows };
  } catch (error) {
    if (error instanceof SheetRefused) return { outcome: error.code, rows };
    throw error;
  }
}

process.on("message", (file: string) => {
  const start = performance.now();
  read(file).then(
    (done) => {
      const milliseconds = performance.now() - start;
      const report: ReadReport = { ...done, milliseconds, peak: process.resourceUsage().maxRSS * 1024 };
      process.send?.(report);
    },
    (error: unknown) => process.send?.({ outcome: String(error), rows: 0, milliseconds: 0, peak: 0 }),
  );
});
process.on("disconnect", () => process.exit());
