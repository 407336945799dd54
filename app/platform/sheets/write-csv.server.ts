import { pipeline, Readable } from "node:stream";
import { stringify } from "csv-stringify";
import { formulaSafe } from "./formula-safe";
import type { Cell } from "./sheet";
import type { WrittenSheet } from "./written-sheet";

function text(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell === "number") return String(cell);
  if (typeof cell === "boolean") return cell ? "TRUE" : "FALSE";
  if (typeof cell === "object") return cell.day.split("-").reverse().join("/");
  return formulaSafe(cell);
}

/**
 * The table as CSV that a spreadsheet opens rightly by a double click: UTF-8 with byte order mark, commas unless told, CRLF;
 * texts that would run as formulas get one apostrophe before them, days are dd/mm/yyyy. Destroying the stream stops the rows.
 */
export function csvBytes({ columns, rows, delimiter = "," }: WrittenSheet): Readable {
  async function* lines(): AsyncIterable<string[]> {
    yield columns.map(({ title }) => text(title));
    for await (const row of rows) yield row.map(text);
  }
  const written = stringify({ bom: true, delimiter, record_delimiter: "windows", quoted_match: /[\r\n]|^\s|\s$/ });
  pipeline(Readable.from(lines()), written, () => undefined);
  return written;
}
