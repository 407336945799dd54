import { Readable } from "node:stream";
import { ZipFile } from "yazl";
import type { WrittenSheet } from "./written-sheet";
import { rowXml, workbookParts, worksheetEnd, worksheetStart } from "./xlsx-xml";

const batchRows = 200;

async function* worksheet({ columns, rows }: WrittenSheet): AsyncIterable<Buffer> {
  let piece = worksheetStart(columns);
  let number = 1;
  for await (const row of rows) {
    number += 1;
    piece += rowXml(row, number, columns);
    if (number % batchRows !== 0) continue;
    yield Buffer.from(piece);
    piece = "";
  }
  yield Buffer.from(piece + worksheetEnd(columns, number));
}

/**
 * The table as a workbook, made while it is read, in constant memory: titles frozen, texts as texts and never formulas, days
 * as days. Destroying the stream stops the rows.
 */
export function xlsxBytes(sheet: WrittenSheet): Readable {
  const zip = new ZipFile();
  for (const [name, text] of Object.entries(workbookParts(sheet.name))) zip.addBuffer(Buffer.from(text), name);
  const rows = Readable.from(worksheet(sheet), { objectMode: false });
  zip.addReadStream(rows, "xl/worksheets/sheet1.xml");
  zip.end();
  // Not wrap(): it ends with the archive and drops what a slow reader has not taken yet.
  const bytes = Readable.from(zip.outputStream, { objectMode: false });
  zip.on("error", (error: Error) => bytes.destroy(error));
  bytes.once("close", () => rows.destroy());
  return bytes;
}
