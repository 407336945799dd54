import type { AskedPage } from "~/platform/http/params.server";
import { type Language, translateCode } from "~/platform/i18n";
import type { FoundImport } from "./find-import.server";
import type { ImportKind } from "./import-kind";
import { countImportRows, listImportRows } from "./import-queries.server";
import { isOver, type RowStatus } from "./import-workflow";
import { type ProblemWords, problemWords } from "./problem-words";
import { rowOutcome } from "./row-outcome";

/** The views of an import's rows; each is a link on its page. */
export const rowViews = {
  "khong-nhan": ["refuse", "refused"],
  "tao-moi": ["create", "created"],
  "cap-nhat": ["update", "updated"],
  "khong-doi": ["skip", "skipped"],
} as const satisfies Readonly<Record<string, readonly RowStatus[]>>;
export type RowView = keyof typeof rowViews;
export const rowViewNames = Object.keys(rowViews) as RowView[];

export interface ShownRow {
  number: number;
  outcome: RowStatus | "notDone";
  title: string;
  href: string | null;
  changes: string[];
  problems: ProblemWords[];
}

export type RowCounts = Record<RowView, number>;

/** The rows of one view of an import, in words, with how many each view has. */
export async function readRowsPage(
  found: FoundImport,
  kind: ImportKind,
  language: Language,
  asked: RowView | undefined,
  page: AskedPage,
): Promise<{ view: RowView; counts: RowCounts; rows: ShownRow[] }> {
  const counted = await countImportRows(found.id);
  const counts = Object.fromEntries(
    rowViewNames.map((name) => [name, rowViews[name].reduce((sum, status) => sum + (counted[status] ?? 0), 0)]),
  ) as RowCounts;
  const view = asked ?? rowViewNames.find((name) => counts[name] > 0) ?? "khong-nhan";
  const listed = await listImportRows(found.id, { statuses: rowViews[view], titleField: kind.titleField }, page);
  const labelOf = (name: string): string => {
    const field = kind.fields.find((one) => one.name === name);
    return field ? translateCode(language, field.label) : name;
  };
  const rows = listed.map(({ number, status, subjectId, title, changes, problems }): ShownRow => {
    // What is only to be created is not there yet.
    const exists = subjectId !== null && status !== "create";
    return {
      number,
      outcome: rowOutcome(status, isOver(found.status)),
      title: title ?? "",
      href: exists ? kind.subjectPath(subjectId, found.enterpriseId) : null,
      changes: changes.map(labelOf),
      problems: (problems ?? []).map((problem) => problemWords(kind, problem, language)),
    };
  });
  return { view, counts, rows };
}
