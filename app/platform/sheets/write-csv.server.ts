import { Readable } from "node:stream";
import { formulaSafe } from "./formula-safe";
import type { Cell } from "./sheet";
import type { WrittenSheet } from "./written-sheet";

const batchRows = 200;
const quoted = /[",\r\n]|^\s|\s$/;

function field(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell === "number") return String(cell);
  if (typeof cell === "boolean") return cell ? "TRUE" : "FALSE";
  if (typeof cell === "object") return cell.day.split("-").reverse().join("/");
  const safe = formulaSafe(cell);
  return quoted.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const line = (cells: readonly Cell[]): string => `${cells.map(field).join(",")}\r\n`;

/**
 * The table as CSV that a spreadsheet opens rightly by a double click: UTF-8 with byte order mark, commas, CRLF; texts that
 * would run as formulas get one apostrophe before them, days are dd/mm/yyyy.
 */
export function csvBytes({ columns, rows }: WrittenSheet): Readable {
  async function* pieces(): AsyncIterable<Buffer> {
    let piece = `\uFEFF${line(columns.map(({ title }) => title))}`;
    let held = 0;
    for await (const row of rows) {
      piece += line(row);
      held += 1;
      if (held < batchRows) continue;
      yield Buffer.from(piece);
      piece = "";
      held = 0;
    }
    yield Buffer.from(piece);
  }
  return Readable.from(pieces(), { objectMode: false });
}
