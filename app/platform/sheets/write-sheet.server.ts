import type { Readable } from "node:stream";
import { csvBytes } from "./write-csv.server";
import { xlsxBytes } from "./write-xlsx.server";
import type { SheetFormat, WrittenSheet } from "./written-sheet";

/** The bytes of a table as a file for people; see csvBytes and xlsxBytes. */
export const sheetBytes = (sheet: WrittenSheet, format: SheetFormat): Readable =>
  format === "csv" ? csvBytes(sheet) : xlsxBytes(sheet);

export const sheetMediaTypes: Readonly<Record<SheetFormat, string>> = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};
