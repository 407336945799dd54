import type { Day } from "../day";

/** What one cell holds; a number that the spreadsheet shows as a date comes as that day. */
export type Cell = null | string | number | boolean | { readonly day: Day };

/**
 * One row with its number as people see it in their spreadsheet, from 1. Empty cells at the end are left out, and rows
 * without any value never come.
 */
export interface SheetRow {
  readonly number: number;
  readonly cells: readonly Cell[];
  /** Present on a row that the spreadsheet does not show. */
  readonly hidden?: true;
}

export const sheetEncodings = ["utf-8", "utf-16le", "utf-16be", "windows-1258", "tcvn3", "vni"] as const;
export type SheetEncoding = (typeof sheetEncodings)[number];

export const sheetDelimiters = [",", ";", "\t"] as const;
export type SheetDelimiter = (typeof sheetDelimiters)[number];

/** What is known of a file before its rows are read; `sheets` are the names of its sheets, one for CSV. */
export type SheetSource =
  | { format: "csv"; encoding: SheetEncoding; delimiter: SheetDelimiter; sheets: readonly string[] }
  | { format: "xlsx"; sheets: readonly string[]; hiddenSheets: readonly string[] };

/** Why a file cannot be read as a table; each has words in the catalogue under platform:. */
export type SheetRefusal =
  | "sheet.empty"
  | "sheet.notASpreadsheet"
  | "sheet.saveAsXlsx"
  | "sheet.encrypted"
  | "sheet.tooLarge"
  | "sheet.tooManySheets"
  | "sheet.tooManyColumns"
  | "sheet.tooManyRows"
  | "sheet.cellTooLong"
  | "sheet.openQuote"
  | "sheet.damaged";

/** Thrown while rows are read, when the file proves unreadable or beyond the limits only then. */
export class SheetRefused extends Error {
  constructor(readonly code: SheetRefusal) {
    super(code);
    this.name = "SheetRefused";
  }
}

/** What is read at most; a file beyond it is refused, never cut. */
export const sheetLimits = {
  fileBytes: 50 * 1024 * 1024,
  rows: 200_000,
  columns: 512,
  /** Excel's own limit of one cell. */
  cellCharacters: 32_767,
  sheets: 200,
  /** All distinct texts of a workbook together. */
  sharedBytes: 48 * 1024 * 1024,
  sharedTexts: 2_000_000,
  /** The rows of one sheet, unpacked. */
  partBytes: 256 * 1024 * 1024,
} as const;
