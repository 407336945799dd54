import { accept, type Result, refuse } from "~/platform/result";

export const importStatuses = [
  "uploaded",
  "mapped",
  "planned",
  "running",
  "paused",
  "finished",
  "cancelled",
  "failed",
] as const;
export type ImportStatus = (typeof importStatuses)[number];

export const importActions = [
  "map",
  "settle",
  "start",
  "pause",
  "resume",
  "finish",
  "cancel",
  "fail",
  "retry",
] as const;
export type ImportAction = (typeof importActions)[number];

/**
 * Every step of an import. `map` says what the columns mean and begins the dry run, `settle` ends it, or `finish` where a
 * retry finds nothing to take in; these and `fail` are the job's own. `retry` makes the dry run again for the rows of an ended import that were not taken in.
 */
export const importWorkflow: Readonly<Record<ImportStatus, Readonly<Partial<Record<ImportAction, ImportStatus>>>>> = {
  uploaded: { map: "mapped", cancel: "cancelled" },
  mapped: { settle: "planned", finish: "finished", cancel: "cancelled", fail: "failed" },
  planned: { map: "mapped", start: "running", cancel: "cancelled" },
  running: { pause: "paused", finish: "finished", cancel: "cancelled", fail: "failed" },
  paused: { resume: "running", cancel: "cancelled" },
  finished: { retry: "mapped" },
  cancelled: { retry: "mapped" },
  failed: { retry: "mapped" },
};

/** What is done with rows that cannot be taken in: passed over, the end of the run, or a reason to take in none. */
export const importPolicies = ["skip", "stop", "all"] as const;
export type ImportPolicy = (typeof importPolicies)[number];

/** What becomes of a row: foreseen by the dry run, and done. */
export const plannedStatuses = ["create", "update", "skip", "refuse"] as const;
export const doneStatuses = ["created", "updated", "skipped", "refused"] as const;
export type PlannedStatus = (typeof plannedStatuses)[number];
export type DoneStatus = (typeof doneStatuses)[number];
export type RowStatus = PlannedStatus | DoneStatus;

/** Rows that were taken in stay so, whatever becomes of the others later. */
export const takenStatuses = ["created", "updated", "skipped"] as const satisfies readonly DoneStatus[];

export const doneAs: Readonly<Record<PlannedStatus, DoneStatus>> = {
  create: "created",
  update: "updated",
  skip: "skipped",
  refuse: "refused",
};

/** As one transaction, that many rows are written within half a minute on a slow machine. */
export const mostRowsAtOnce = 10_000;

/** The status an action leads to, refused where the import's status does not allow it. */
export function nextImportStatus(status: ImportStatus, action: ImportAction): Result<ImportStatus, "notAllowed"> {
  const next = importWorkflow[status][action];
  return next === undefined ? refuse("notAllowed") : accept(next);
}

/** How many rows of an import are to be, or were, created, updated, left as they are and refused. */
export interface Counts {
  willCreate: number;
  willUpdate: number;
  willSkip: number;
  willRefuse: number;
  created: number;
  updated: number;
  skipped: number;
  refused: number;
}

/** What the dry run foresees of the rows that are not settled yet; a retry settles only the rest of an import. */
export const remaining = (counts: Counts): Record<PlannedStatus, number> => ({
  create: counts.willCreate - counts.created,
  update: counts.willUpdate - counts.updated,
  skip: counts.willSkip - counts.skipped,
  refuse: counts.willRefuse - counts.refused,
});

/** The policies under which an import with this outlook may start; none when it would change nothing. */
export function policiesOpen({ create, update, skip, refuse: refused }: Record<PlannedStatus, number>): ImportPolicy[] {
  if (create + update === 0) return [];
  const isWhole = refused === 0 && create + update + skip <= mostRowsAtOnce;
  return importPolicies.filter((policy) => policy !== "all" || isWhole);
}

/** Whether an import has ended; only a retry leads on from there. */
export const isOver = (status: ImportStatus): boolean => importWorkflow[status].retry !== undefined;

/** Whether a background job has work to do on an import of this status. */
export const isAtWork = (status: ImportStatus): status is "mapped" | "running" =>
  status === "mapped" || status === "running";
