import { type ImportStatus, isOver, plannedStatuses, type RowStatus } from "./import-workflow";

/** Why an import of all or nothing wrote nothing in the end. */
export const undone = "imports:failure.undone";

export type RowOutcome = RowStatus | "notDone" | "undone";

/**
 * What became of a row, as people are told: in an import that has ended, what was only foreseen was not done, or was
 * undone because another row could not be taken in.
 */
export function rowOutcome(
  row: RowStatus,
  { status, failure }: { status: ImportStatus; failure: string | null },
): RowOutcome {
  const isOpen = row !== "refuse" && plannedStatuses.some((planned) => planned === row);
  if (!isOpen || !isOver(status)) return row;
  return failure === undone ? "undone" : "notDone";
}

export const isRefused = (status: RowStatus): boolean => status === "refuse" || status === "refused";
