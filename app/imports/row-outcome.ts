import type { RowStatus } from "./import-workflow";

/** What became of a row, as people are told: in an import that is over, what was only foreseen was not done. */
export function rowOutcome(status: RowStatus, isOver: boolean): RowStatus | "notDone" {
  return isOver && (status === "create" || status === "update" || status === "skip") ? "notDone" : status;
}

export const isRefused = (status: RowStatus): boolean => status === "refuse" || status === "refused";
