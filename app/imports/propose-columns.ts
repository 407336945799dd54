import type { SheetRow } from "~/platform/sheets/sheet";
import { matchColumns } from "~/platform/sheets/sheet-columns";
import type { KnownColumn } from "./column-words";
import type { ImportColumn } from "./read-row";

/** What each column of a table is taken for, by its title, with some of what stands in it. */
export function proposeColumns(
  titles: readonly string[],
  known: readonly KnownColumn[],
  sampleRows: readonly SheetRow[],
): ImportColumn[] {
  return matchColumns(titles, known, sampleRows).map(({ title, field: name, samples }) => {
    const found = known.find((one) => one.name === name);
    return { title, samples, field: found?.field ?? null, reason: found?.reason ?? null };
  });
}

/** The columns of a corrected file as those of the same title were used before; null when one that filled a field is missing. */
export function columnsAsBefore(
  proposed: readonly ImportColumn[],
  before: readonly ImportColumn[],
): ImportColumn[] | null {
  const missing = before.some(
    ({ title, field }) => field !== null && !proposed.some((column) => column.title === title),
  );
  if (missing) return null;
  return proposed.map((column) => {
    const same = before.find(({ title }) => title === column.title);
    return { ...column, field: same?.field ?? null, reason: same ? same.reason : column.reason };
  });
}

interface ChoiceProblem {
  /** Null when it is the choice as a whole. */
  column: number | null;
  code: "columns.twice" | "columns.none" | "columns.missing";
  field?: string;
}

/** What is wrong with a choice of fields for columns: one chosen twice, none chosen, or one missing that every row needs. */
export function columnProblems(
  chosen: readonly (string | null)[],
  fields: readonly { name: string; required?: "always" | "new" }[],
): ChoiceProblem[] {
  const twice = chosen.flatMap((field, column) =>
    field !== null && chosen.indexOf(field) < column ? [{ column, code: "columns.twice" as const }] : [],
  );
  if (chosen.every((field) => field === null)) return [{ column: null, code: "columns.none" }];
  const missing = fields
    .filter(({ name, required }) => required === "always" && !chosen.includes(name))
    .map(({ name }) => ({ column: null, code: "columns.missing" as const, field: name }));
  return [...twice, ...missing];
}
