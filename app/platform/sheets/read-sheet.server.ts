import { csvRows } from "./csv-rows.server";
import type { SheetRow, SheetSource } from "./sheet";
import { xlsxRows } from "./xlsx-rows.server";

/**
 * The rows of one sheet (the first that people see unless told), one at a time, whatever the file's size. Throws SheetRefused
 * when the file proves damaged or beyond the limits on the way.
 */
export function readSheet(
  path: string,
  source: SheetSource,
  options: { sheet?: number | undefined; signal?: AbortSignal | undefined } = {},
): AsyncIterable<SheetRow> {
  return source.format === "csv" ? csvRows(path, source, options.signal) : xlsxRows(path, options);
}
