import { describe, expect, test } from "vitest";
import {
  doneAs,
  type ImportStatus,
  importActions,
  importStatuses,
  importWorkflow,
  isAtWork,
  isOver,
  mostRowsAtOnce,
  nextImportStatus,
  plannedStatuses,
  policiesOpen,
  remaining,
} from "./import-workflow";

const allowed: Readonly<Record<ImportStatus, Readonly<Record<string, ImportStatus>>>> = {
  uploaded: { map: "mapped", cancel: "cancelled" },
  mapped: { settle: "planned", finish: "finished", cancel: "cancelled", fail: "failed" },
  planned: { map: "mapped", start: "running", cancel: "cancelled" },
  running: { pause: "paused", finish: "finished", cancel: "cancelled", fail: "failed" },
  paused: { resume: "running", cancel: "cancelled" },
  finished: { retry: "mapped" },
  cancelled: { retry: "mapped" },
  failed: { retry: "mapped" },
};

describe("the way of an import", () => {
  for (const status of importStatuses) {
    for (const action of importActions) {
      const next = allowed[status][action];
      test(`an import that is ${status} ${next ? `becomes ${next} by` : "cannot"} ${action}`, () => {
        expect(nextImportStatus(status, action)).toEqual(
          next ? { ok: true, value: next } : { ok: false, code: "notAllowed" },
        );
      });
    }
  }

  test("every status is reached, and only what has ended is led on by nothing but a retry", () => {
    const reached = new Set<ImportStatus>([
      "uploaded",
      ...importStatuses.flatMap((one) => Object.values(importWorkflow[one])),
    ]);
    expect([...reached].toSorted()).toEqual([...importStatuses].toSorted());
    const ended = importStatuses.filter(isOver);
    expect(ended).toEqual(["finished", "cancelled", "failed"]);
    for (const status of ended) expect(Object.keys(importWorkflow[status])).toEqual(["retry"]);
    expect(importStatuses.filter(isAtWork)).toEqual(["mapped", "running"]);
  });

  test("each fate that the dry run foresees has one that is done", () => {
    expect(plannedStatuses.map((planned) => doneAs[planned])).toEqual(["created", "updated", "skipped", "refused"]);
  });
});

test("what remains of an import is what its dry run foresees but for what is settled", () => {
  const foreseen = { willCreate: 5, willUpdate: 4, willSkip: 3, willRefuse: 2 };
  const settled = { created: 2, updated: 1, skipped: 3, refused: 0 };
  expect(remaining({ ...foreseen, ...settled })).toEqual({ create: 3, update: 3, skip: 0, refuse: 2 });
});

describe("the policies under which an import may start", () => {
  test("none when it would change nothing", () => {
    expect(policiesOpen({ create: 0, update: 0, skip: 9, refuse: 3 })).toEqual([]);
  });

  test("all of them while no row is bad", () => {
    expect(policiesOpen({ create: 1, update: 0, skip: 0, refuse: 0 })).toEqual(["skip", "stop", "all"]);
  });

  test("all or nothing is closed by one bad row, and by more rows than one transaction takes", () => {
    expect(policiesOpen({ create: 1, update: 1, skip: 0, refuse: 1 })).toEqual(["skip", "stop"]);
    expect(policiesOpen({ create: mostRowsAtOnce, update: 0, skip: 0, refuse: 0 })).toContain("all");
    expect(policiesOpen({ create: mostRowsAtOnce, update: 0, skip: 1, refuse: 0 })).not.toContain("all");
  });
});
