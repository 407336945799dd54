import type { AskedPage } from "~/platform/http/params.server";
import { type Language, translateCode } from "~/platform/i18n";
import type { FoundImport } from "./find-import.server";
import type { ImportKind } from "./import-kind";
import { countImportRows, listImportRows } from "./import-queries.server";
import { type DoneStatus, type PlannedStatus, type RowStatus, takenStatuses } from "./import-workflow";
import { type ProblemWords, problemWords } from "./problem-words";
import { type RowOutcome, rowOutcome } from "./row-outcome";

/** The views of an import's rows, each a link on its page: the fates that the dry run foresees, and what is done. */
const rowViews = {
  "khong-nhan": ["refuse", "refused"],
  "tao-moi": ["create", "created"],
  "cap-nhat": ["update", "updated"],
  "khong-doi": ["skip", "skipped"],
} as const satisfies Readonly<Record<string, readonly [PlannedStatus, DoneStatus]>>;
export type RowView = keyof typeof rowViews;
export const rowViewNames = Object.keys(rowViews) as RowView[];

export interface ShownRow {
  number: number;
  outcome: RowOutcome;
  title: string;
  href: string | null;
  changes: string[];
  problems: ProblemWords[];
}

export type RowCounts = Record<RowView, number>;

/**
 * The rows of one view of an import, in words, with how many each view has, and how many are taken in or left. While it
 * waits for its start the views show what it would do: rows that an earlier run took in are only counted.
 */
export async function readRowsPage(
  found: FoundImport,
  kind: ImportKind,
  language: Language,
  asked: RowView | undefined,
  page: AskedPage,
): Promise<{ view: RowView; counts: RowCounts; taken: number; left: number; rows: ShownRow[] }> {
  const counted = await countImportRows(found.id);
  const count = (statuses: readonly RowStatus[]) => statuses.reduce((sum, status) => sum + (counted[status] ?? 0), 0);
  const statusesOf = (name: RowView) => (found.status === "planned" ? rowViews[name].slice(0, 1) : rowViews[name]);
  const counts = Object.fromEntries(rowViewNames.map((name) => [name, count(statusesOf(name))])) as RowCounts;
  const view = asked ?? rowViewNames.find((name) => counts[name] > 0) ?? "khong-nhan";
  const listed = await listImportRows(found.id, { statuses: statusesOf(view), titleField: kind.titleField }, page);
  const labelOf = (name: string): string => {
    const label = kind.fields.find((one) => one.name === name)?.label ?? kind.changeLabels?.[name];
    return label ? translateCode(language, label) : name;
  };
  const rows = listed.map(({ number, status, subjectId, title, changes, problems }): ShownRow => {
    // What is only to be created is not there yet.
    const exists = subjectId !== null && status !== "create";
    return {
      number,
      outcome: rowOutcome(status, found),
      title: title ?? "",
      href: exists ? kind.subjectPath(subjectId, found.enterpriseId) : null,
      changes: changes.map(labelOf),
      problems: (problems ?? []).map((problem) => problemWords(kind, problem, language)),
    };
  });
  const taken = count(takenStatuses);
  const total = Object.values(counted).reduce((sum, some) => sum + some, 0);
  return { view, counts, taken, left: total - taken, rows };
}
