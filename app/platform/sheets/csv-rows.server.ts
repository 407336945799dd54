import { pipeline, Readable } from "node:stream";
import { CsvError, parse } from "csv-parse";
import { decodedText } from "./csv-encoding.server";
import { fromFormulaSafe } from "./formula-safe";
import { composeLegacy } from "./legacy-text";
import { type Cell, SheetRefused, type SheetRow, type SheetSource, sheetLimits } from "./sheet";

type CsvSource = Extract<SheetSource, { format: "csv" }>;

const sepLine = /^sep=[,;\t]\r?\n?/i;

async function* withoutSepLine(pieces: AsyncIterable<string>): AsyncIterable<string> {
  let first = true;
  for await (const piece of pieces) {
    yield first ? piece.replace(sepLine, "") : piece;
    first = false;
  }
}

/** The rows of a CSV file as they come; blank lines count, so that numbers agree with what a spreadsheet shows. */
export async function* csvRows(path: string, source: CsvSource, signal?: AbortSignal): AsyncIterable<SheetRow> {
  const records = pipeline(
    Readable.from(withoutSepLine(decodedText(path, source.encoding, signal))),
    parse({
      delimiter: source.delimiter,
      record_delimiter: ["\r\n", "\n", "\r"],
      relax_column_count: true,
      relax_quotes: true,
      max_record_size: sheetLimits.columns * sheetLimits.cellCharacters,
    }),
    () => undefined,
  );
  let number = 0;
  try {
    for await (const record of records as AsyncIterable<string[]>) {
      number += 1;
      if (number > sheetLimits.rows) throw new SheetRefused("sheet.tooManyRows");
      const cells = cellsOf(record, source);
      if (cells.length > 0) yield { number, cells };
    }
  } catch (error) {
    throw error instanceof CsvError ? new SheetRefused(refusalOf(error)) : error;
  } finally {
    records.destroy();
  }
}

const refusalOf = (error: CsvError) =>
  error.code === "CSV_QUOTE_NOT_CLOSED" || error.code === "CSV_MAX_RECORD_SIZE" ? "sheet.openQuote" : "sheet.damaged";

function cellsOf(record: readonly string[], { encoding }: CsvSource): Cell[] {
  const cells: Cell[] = record.map((text) => {
    if (text.length > sheetLimits.cellCharacters) throw new SheetRefused("sheet.cellTooLong");
    return text.trim() === "" ? null : composeLegacy(fromFormulaSafe(text), encoding);
  });
  while (cells.at(-1) === null) cells.pop();
  if (cells.length > sheetLimits.columns) throw new SheetRefused("sheet.tooManyColumns");
  return cells;
}
