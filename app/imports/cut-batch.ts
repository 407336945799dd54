import type { PlannedRow } from "./import-kind";
import {
  type DoneStatus,
  doneAs,
  type ImportPolicy,
  type PlannedStatus,
  plannedStatuses,
  type RowStatus,
} from "./import-workflow";

interface Foreseen {
  number: number;
  status: RowStatus;
}

/** How far a batch is taken in, and whether the run ends there. */
export interface Cut {
  /** The number of the first row that is not taken in; null when all are. */
  before: number | null;
  /** Whether a bad row undoes the whole run. */
  undo: boolean;
}

/** Where the policy stops a batch: at the first row that was refused by the dry run or is refused now that it is planned again. */
export function cutBatch(
  rows: readonly Foreseen[],
  plannedAgain: ReadonlyMap<number, Pick<PlannedRow, "outcome">>,
  policy: ImportPolicy,
): Cut {
  if (policy === "skip") return { before: null, undo: false };
  const bad = rows.find(({ number, status }) => status === "refuse" || plannedAgain.get(number)?.outcome === "refuse");
  return { before: bad?.number ?? null, undo: policy === "all" && bad !== undefined };
}

/** What a row of the dry run is in the end: as it was planned again, or as foreseen where it was not. */
export function doneStatus(foreseen: RowStatus, again: Pick<PlannedRow, "outcome"> | undefined): DoneStatus {
  if (again) return doneAs[again.outcome];
  return isPlanned(foreseen) ? doneAs[foreseen] : foreseen;
}

const isPlanned = (status: RowStatus): status is PlannedStatus => plannedStatuses.some((planned) => planned === status);
