import { accept, type Result, refuse } from "../result";
import type { Cell, SheetRow } from "./sheet";
import { bestLikeness, likelyTitle, type ReadTitle, readTitle } from "./title-likeness";

/** The titles of a sheet's columns ("" for none) and the numbers of the rows they and the first data stand in. */
export interface SheetHeader {
  titles: readonly string[];
  row: number;
  dataFrom: number;
}

const searched = 40;

const textOf = (cell: Cell | undefined): string => (typeof cell === "string" ? cell.replace(/\s+/g, " ").trim() : "");
const titlesOf = (row: SheetRow): string[] => row.cells.map(textOf);
const isFilled = (cell: Cell): boolean => cell !== null && String(cell).trim() !== "";

/**
 * Finds the header among a sheet's first rows: the row with most of the known titles, below whatever headings, letterheads
 * and blank rows; two rows together where merged cells make more of them ("Giấy chứng nhận" over "Số" and "Ngày cấp"). A row
 * that only numbers the columns is passed over.
 */
export function findHeader(
  firstRows: readonly SheetRow[],
  known: readonly string[],
): Result<SheetHeader, "sheet.noHeader"> {
  const rows = firstRows.slice(0, searched);
  const meant = known.map(readTitle);
  let best = { score: 0, at: 0, height: 1, titles: [] as string[] };
  const offer = (titles: string[], at: number, height: number) => {
    const score = matched(titles, meant);
    if (score > best.score) best = { score, at, height, titles };
  };
  for (const [at, row] of rows.entries()) offer(titlesOf(row), at, 1);
  for (const [at, row] of rows.entries()) {
    const below = rows[at + 1];
    if (below) offer(joined(row, below), at, 2);
  }
  const last = rows[best.at + best.height - 1];
  if (best.score === 0 || !last) return refuse("sheet.noHeader");
  const next = rows[best.at + best.height];
  const dataFrom = last.number + 1 + (next && numbersColumns(next) ? next.number - last.number : 0);
  return accept({ titles: best.titles, row: last.number, dataFrom });
}

/** How many known titles the row names; among equals, the one that names them most exactly. */
function matched(titles: readonly string[], known: readonly ReadTitle[]): number {
  let score = 0;
  for (const title of titles) {
    const likeness = title === "" ? 0 : bestLikeness(readTitle(title), known);
    if (likeness >= likelyTitle) score += 1 + likeness / 10_000;
  }
  return score;
}

/** The titles of two rows as one, a title above spread to the right over those below that have none of their own above. */
function joined(above: SheetRow, below: SheetRow): string[] {
  const [over, under] = [titlesOf(above), titlesOf(below)];
  if (over.filter((title) => title !== "").length < 2 || below.cells.some(isData) || numbersColumns(below)) return [];
  let spread = "";
  return Array.from({ length: Math.max(over.length, under.length) }, (_, column) => {
    const own = over[column] ?? "";
    const sub = under[column] ?? "";
    if (own !== "") spread = own;
    if (sub === "") return own;
    return spread === "" ? sub : `${spread} – ${sub}`;
  });
}

const isData = (cell: Cell): boolean => cell !== null && typeof cell !== "string";

const mark = /^\(?(?:\d{1,2}|[a-z])\)?(?:\s*=.*)?$/i;

/** A row such as 1 2 3, (1) (2) (3) = (1) × (2), or A B 1 2. */
function numbersColumns(row: SheetRow): boolean {
  const marks = row.cells.filter(isFilled).map(String);
  if (marks.length < 3 || !marks.every((text) => mark.test(text.trim()))) return false;
  const numbers = marks
    .map((text) => Number.parseInt(text.replace("(", ""), 10))
    .filter((value) => !Number.isNaN(value));
  const [first = 1] = numbers;
  return first <= 1 && numbers.every((value, at) => value === at + first);
}
