import { csvRows } from "./csv-rows.server";
import { SheetRefused, type SheetRow, type SheetSource } from "./sheet";

/**
 * The rows of one sheet (the first unless told), one at a time, whatever the file's size. Throws {@link SheetRefused}
 * when the file proves damaged or beyond the limits on the way.
 */
export function readSheet(
  path: string,
  source: SheetSource,
  { signal }: { sheet?: number; signal?: AbortSignal } = {},
): AsyncIterable<SheetRow> {
  if (source.format === "csv") return csvRows(path, source, signal);
  throw new SheetRefused("sheet.notASpreadsheet");
}
