import { type SheetDelimiter, sheetDelimiters } from "./sheet";

/** What the head of a CSV text says of how its cells are set apart, and where its first row begins. */
export interface CsvDialect {
  delimiter: SheetDelimiter;
  /** Characters of the line "sep=;" that Excel writes and hides; 0 without one. */
  skip: number;
}

const sepLine = /^sep=([,;\t])\r?\n?/i;
const lines = /\r\n|\n|\r/;

/** How many cells each line of the text has, delimiters inside quotes not counted. */
function widths(text: string, delimiter: string): number[] {
  const bare = text.replace(/"(?:[^"]|"")*"/g, "");
  return bare
    .split(lines)
    .filter((line) => line.trim() !== "")
    .map((line) => line.split(delimiter).length);
}

/** Lines that share the commonest width of several cells, and that width. */
function agreement(text: string, delimiter: string): { lines: number; width: number } {
  const counts = new Map<number, number>();
  for (const width of widths(text, delimiter)) if (width > 1) counts.set(width, (counts.get(width) ?? 0) + 1);
  let best = { lines: 0, width: 0 };
  for (const [width, count] of counts) {
    if (count > best.lines || (count === best.lines && width > best.width)) best = { lines: count, width };
  }
  return best;
}

/** Tells the delimiter by which most lines have the same number of cells; Excel's own "sep=" line goes before that. */
export function readDialect(head: string): CsvDialect {
  const [line = "", named] = sepLine.exec(head) ?? [];
  const said = sheetDelimiters.find((delimiter) => delimiter === named);
  if (said) return { delimiter: said, skip: line.length };
  const [best] = sheetDelimiters
    .map((delimiter) => ({ delimiter, ...agreement(head, delimiter) }))
    .toSorted((a, b) => b.lines - a.lines || b.width - a.width);
  return { delimiter: best && best.lines > 0 ? best.delimiter : ",", skip: 0 };
}
