import { type SheetDelimiter, sheetDelimiters } from "./sheet";

const sepLine = /^sep=([,;\t])/i;
const lines = /\r\n|\n|\r/;

/** How many cells each line of the text has, delimiters inside quotes not counted. */
const widths = (text: string, delimiter: string): number[] =>
  text
    .replace(/"(?:[^"]|"")*"/g, "")
    .split(lines)
    .map((line) => line.split(delimiter).length);

/** How many lines share the commonest number of several cells, and that number. */
function agreement(text: string, delimiter: string): { lines: number; width: number } {
  const counts = new Map<number, number>();
  for (const width of widths(text, delimiter)) if (width > 1) counts.set(width, (counts.get(width) ?? 0) + 1);
  const [best] = [...counts].toSorted((a, b) => b[1] - a[1] || b[0] - a[0]);
  return best ? { width: best[0], lines: best[1] } : { width: 1, lines: 0 };
}

/** Tells the delimiter by which most lines have the same number of cells; Excel's own "sep=" line goes before that. */
export function readDialect(head: string): SheetDelimiter {
  const named = sepLine.exec(head)?.[1];
  const said = sheetDelimiters.find((delimiter) => delimiter === named);
  const order = (delimiter: SheetDelimiter) => agreement(head, delimiter);
  return (
    said ??
    sheetDelimiters.reduce((best, delimiter) => {
      const [a, b] = [order(best), order(delimiter)];
      return b.lines > a.lines || (b.lines === a.lines && b.width > a.width) ? delimiter : best;
    })
  );
}
