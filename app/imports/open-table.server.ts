import { contentPath } from "~/platform/files/data-directory.server";
import { readSheet } from "~/platform/sheets/read-sheet.server";
import type { SheetRow, SheetSource } from "~/platform/sheets/sheet";
import { findHeader } from "~/platform/sheets/sheet-header";
import { knownColumns } from "./column-words";
import type { ImportKind } from "./import-kind";
import { proposeColumns } from "./propose-columns";
import { type ImportColumn, isBlank } from "./read-row";

const rowsLookedAt = 60;

/** Where the titles and the data of a table begin, and what its columns are taken for. */
export interface TableStart {
  sheet: number;
  headerRow: number;
  dataFrom: number;
  columns: ImportColumn[];
}

/** Where a stored file lies. */
export function storedPath(sha256: string): string {
  const path = contentPath("files", sha256);
  if (!path) throw new Error("a stored file is named by its SHA-256");
  return path;
}

/** The first rows of a sheet. Throws SheetRefused where the file proves unreadable. */
export async function firstRows(path: string, source: SheetSource, sheet: number): Promise<SheetRow[]> {
  const rows: SheetRow[] = [];
  for await (const row of readSheet(path, source, { sheet })) {
    rows.push(row);
    if (rows.length >= rowsLookedAt) break;
  }
  return rows;
}

/** Finds the titles in one sheet; without a row that looks like titles, the first row that says anything is taken for it. */
export function tableStart(
  rows: readonly SheetRow[],
  kind: ImportKind,
  sheet: number,
): TableStart & { isSure: boolean } {
  const known = knownColumns(kind);
  const found = findHeader(
    rows,
    known.flatMap(({ aliases }) => aliases),
  );
  if (found.ok) {
    const { titles, row, dataFrom } = found.value;
    return { sheet, headerRow: row, dataFrom, columns: proposed(titles, dataFrom), isSure: true };
  }
  const first = rows.find((row) => !isBlank(row));
  return { ...startAt(rows, kind, sheet, first?.number ?? 1), isSure: false };

  function proposed(titles: readonly string[], dataFrom: number): ImportColumn[] {
    return proposeColumns(
      titles,
      known,
      rows.filter(({ number }) => number >= dataFrom),
    );
  }
}

/** The table whose titles stand in the row of this number. */
export function startAt(rows: readonly SheetRow[], kind: ImportKind, sheet: number, headerRow: number): TableStart {
  const dataFrom = headerRow + 1;
  const cells = rows.find(({ number }) => number === headerRow)?.cells ?? [];
  const titles = cells.map((cell) => (typeof cell === "string" ? cell.replace(/\s+/g, " ").trim() : ""));
  const samples = rows.filter(({ number }) => number >= dataFrom);
  return { sheet, headerRow, dataFrom, columns: proposeColumns(titles, knownColumns(kind), samples) };
}

/** The sheet in which titles are found, the first if in none. */
export async function findTable(path: string, source: SheetSource, kind: ImportKind): Promise<TableStart> {
  let first: TableStart | undefined;
  for (const sheet of source.sheets.slice(0, 20).keys()) {
    const { isSure, ...start } = tableStart(await firstRows(path, source, sheet), kind, sheet);
    if (isSure) return start;
    first ??= start;
  }
  return first ?? { sheet: 0, headerRow: 1, dataFrom: 2, columns: [] };
}
