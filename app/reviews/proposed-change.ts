import { accept, type Result, refuse } from "~/platform/result";
import type { reviewDecisions } from "./review-decision";

/** What can be changed by a proposal: things that an officer verified and that anyone sees. */
export const changeSubjects = ["product", "certificate"] as const;
export type ChangeSubject = (typeof changeSubjects)[number];

export const changeStatuses = ["open", "applied", "returned", "refused", "withdrawn"] as const;
export type ChangeStatus = (typeof changeStatuses)[number];

export const changeActions = ["revise", "withdraw", "apply", "return", "refuse"] as const;
export type ChangeAction = (typeof changeActions)[number];

/** What an officer's examination of a change may end in. */
export type ChangeOutcome = (typeof reviewDecisions.change)[number];

export type ChangeRole = "owner" | "officer";
export type ChangeStep = Readonly<{ next: ChangeStatus; by: ChangeRole }>;

/** Every step a proposed change can take; its owner replaces it in place, so that one subject never has two. */
export const changeWorkflow: Readonly<Record<ChangeStatus, Readonly<Partial<Record<ChangeAction, ChangeStep>>>>> = {
  open: {
    revise: { next: "open", by: "owner" },
    withdraw: { next: "withdrawn", by: "owner" },
    apply: { next: "applied", by: "officer" },
    return: { next: "returned", by: "officer" },
    refuse: { next: "refused", by: "officer" },
  },
  returned: {
    revise: { next: "open", by: "owner" },
    withdraw: { next: "withdrawn", by: "owner" },
  },
  applied: {},
  refused: {},
  withdrawn: {},
};

/** The status an action leads to, refused where the status does not allow it or it is another role's to take. */
export function nextChangeStatus(
  status: ChangeStatus,
  action: ChangeAction,
  by: ChangeRole,
): Result<ChangeStatus, "notAllowed"> {
  const step = changeWorkflow[status][action];
  return step?.by === by ? accept(step.next) : refuse("notAllowed");
}

/** Whether the change is still somebody's to deal with: an officer's to decide or its owner's to mend. */
export const isLive = (status: ChangeStatus): boolean => Object.keys(changeWorkflow[status]).length > 0;

/** What is said of a subject, field by field, as plain JSON; a field that is not named is not known. */
export type Facts = Readonly<Record<string, unknown>>;

export interface FieldChange {
  field: string;
  before: unknown;
  after: unknown;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Plain JSON is the same when it says the same, in whatever order the keys of its objects stand. */
export function isSame(one: unknown, other: unknown): boolean {
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((item, index) => isSame(item, other[index]));
  }
  if (isRecord(one) && isRecord(other)) {
    const keys = Object.keys(one);
    return (
      keys.length === Object.keys(other).length && keys.every((key) => key in other && isSame(one[key], other[key]))
    );
  }
  return one === other;
}

/** The fields of `after` that say something else than `before`, in the order of `after`; what it does not name stays. */
export function diffOf(before: Facts, after: Facts): FieldChange[] {
  return Object.keys(after)
    .filter((field) => !isSame(before[field], after[field]))
    .map((field) => ({ field, before: before[field], after: after[field] }));
}

/** The facts with the changes carried out. */
export function applyDiff(before: Facts, changes: readonly FieldChange[]): Facts {
  return { ...before, ...Object.fromEntries(changes.map(({ field, after }) => [field, after])) };
}

export interface ListChange {
  kept: string[];
  added: string[];
  removed: string[];
  /** Whether what was kept stands in another order. */
  isReordered: boolean;
}

/** How a list of ids differs from what it was. */
export function listChange(before: readonly string[], after: readonly string[]): ListChange {
  const kept = after.filter((id) => before.includes(id));
  const keptBefore = before.filter((id) => after.includes(id));
  return {
    kept,
    added: after.filter((id) => !before.includes(id)),
    removed: before.filter((id) => !after.includes(id)),
    isReordered: !isSame(kept, keptBefore),
  };
}

/** Whether the subject moved on since the change was proposed: an officer would apply it to something nobody compared. */
export const isStale = (change: { baseVersion: number }, subjectVersion: number): boolean =>
  change.baseVersion !== subjectVersion;
