import type { Cell, SheetRow } from "~/platform/sheets/sheet";
import type { ImportField, ImportValue, RowProblem } from "./import-kind";

/** One column of an uploaded table: its title, what it holds, and the field it fills or the reason why it is ignored. */
export interface ImportColumn {
  title: string;
  samples: readonly string[];
  field: string | null;
  /** A catalogue key; null for a column that simply fills nothing. */
  reason: string | null;
}

export interface RowReading {
  number: number;
  values: Record<string, ImportValue>;
  problems: RowProblem[];
}

const longestShown = 200;

/** A cell as people see it, cut where it is long; a day as dd/mm/yyyy. */
export function cellText(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return "";
  if (typeof cell === "object") return cell.day.split("-").toReversed().join("/");
  const text = String(cell);
  return text.length > longestShown ? `${text.slice(0, longestShown)}…` : text;
}

const isEmpty = (cell: Cell | undefined): boolean =>
  cell === null || cell === undefined || (typeof cell === "string" && cell.trim() === "");

/** Whether nothing is written in a row. */
export const isBlank = ({ cells }: SheetRow): boolean => cells.every(isEmpty);

/** Reads the cells of one row by its fields; an empty cell leaves its field out, and is a problem where the field is always required. */
export function readRow(
  { number, cells }: SheetRow,
  columns: readonly ImportColumn[],
  fields: readonly ImportField[],
): RowReading {
  const values: Record<string, ImportValue> = {};
  const problems: RowProblem[] = [];
  for (const field of fields) {
    const place = columns.findIndex((column) => column.field === field.name);
    const cell = place < 0 ? null : (cells[place] ?? null);
    if (isEmpty(cell)) {
      if (field.required === "always") problems.push({ field: field.name, code: "imports:problem.required" });
      continue;
    }
    const reading = field.read(cell);
    if (reading.ok && reading.value !== null) {
      values[field.name] = reading.value;
    } else if (!reading.ok) {
      const { ok: _, ...trouble } = reading;
      problems.push({ field: field.name, value: cellText(cell), ...trouble });
    }
  }
  return { number, values, problems };
}
