import type { Cell, SheetDelimiter } from "./sheet";

/** A column of a file made for people: its title, its width in characters, and whether its numbers are money. */
export interface WrittenColumn {
  readonly title: string;
  readonly width?: number;
  readonly kind?: "money";
}

/** A table as it is written for people; the rows come one by one and are read only as fast as they are taken. */
export interface WrittenSheet {
  /** Of the sheet in a workbook. */
  readonly name: string;
  readonly columns: readonly WrittenColumn[];
  readonly rows: AsyncIterable<readonly Cell[]> | Iterable<readonly Cell[]>;
  /** Of a CSV, where its readers expect another than the comma. */
  readonly delimiter?: SheetDelimiter;
}

export const sheetFormats = ["xlsx", "csv"] as const;
export type SheetFormat = (typeof sheetFormats)[number];
