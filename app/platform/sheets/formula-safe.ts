// What spreadsheets take for the beginning of a formula, their full-width forms included.
const formulaStart = /^'*[=+\-@\t\r\n＝＋－＠]/u;

/**
 * A text as a CSV cell that no spreadsheet runs: one apostrophe before what begins like a formula, also where apostrophes
 * stand before it already, so that taking one away always gives the text back.
 */
export const formulaSafe = (text: string): string => (formulaStart.test(text) ? `'${text}` : text);

/** The text that a cell stood for. */
export const fromFormulaSafe = (cell: string): string =>
  cell.startsWith("'") && formulaStart.test(cell) ? cell.slice(1) : cell;
