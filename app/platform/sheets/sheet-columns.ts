import { readText } from "./read-cell";
import type { SheetRow } from "./sheet";
import { bestLikeness, likelyTitle, readTitle } from "./title-likeness";

/** A thing that a column can hold, and the titles people give it. */
export interface SheetField<Name extends string = string> {
  readonly name: Name;
  readonly aliases: readonly string[];
}

/** What one column was taken for (null: nothing known), how surely (0–100), and some of what stands in it. */
export interface ColumnMatch<Name extends string = string> {
  readonly column: number;
  readonly title: string;
  readonly field: Name | null;
  readonly score: number;
  readonly samples: readonly string[];
}

const sampleCount = 3;

/** Matches columns with fields by their titles, the surest first; no column and no field is used twice. */
export function matchColumns<Name extends string>(
  titles: readonly string[],
  fields: readonly SheetField<Name>[],
  sampleRows: readonly SheetRow[] = [],
): ColumnMatch<Name>[] {
  const known = fields.map(({ name, aliases }) => ({ name, aliases: aliases.map(readTitle) }));
  const offers = titles
    .flatMap((text, column) => {
      const title = readTitle(text);
      return known.map(({ name, aliases }) => ({ column, name, score: bestLikeness(title, aliases) }));
    })
    .filter(({ score }) => score >= likelyTitle)
    .toSorted((a, b) => b.score - a.score || a.column - b.column);
  const taken = new Map<number, { name: Name; score: number }>();
  const used = new Set<Name>();
  for (const { column, name, score } of offers) {
    if (taken.has(column) || used.has(name)) continue;
    taken.set(column, { name, score });
    used.add(name);
  }
  return titles.map((title, column) => ({
    column,
    title,
    field: taken.get(column)?.name ?? null,
    score: taken.get(column)?.score ?? 0,
    samples: samplesOf(column, sampleRows),
  }));
}

function samplesOf(column: number, rows: readonly SheetRow[]): string[] {
  const found = new Set<string>();
  for (const { cells } of rows) {
    const text = readText(cells[column] ?? null);
    if (text.ok && text.value !== null) found.add(text.value);
    if (found.size === sampleCount) break;
  }
  return [...found];
}
