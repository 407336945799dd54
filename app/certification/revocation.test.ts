import { describe, expect, test } from "vitest";
import {
  checkEffectiveDay,
  nextRevocationStatus,
  type RevocationStatus,
  revocationActions,
  revocationStatuses,
  revocationWorkflow,
} from "./revocation";

describe("who may take which step with a proposed revocation", () => {
  const cases = revocationStatuses.flatMap((status) =>
    revocationActions.flatMap((action) => (["first", "second"] as const).map((by) => ({ status, action, by }))),
  );
  const open: Record<string, RevocationStatus> = {
    "proposed confirm second": "confirmed",
    "proposed reject second": "rejected",
    "proposed withdraw first": "withdrawn",
  };
  test.each(cases)("$status, $action by the $by officer", ({ status, action, by }) => {
    const next = open[`${status} ${action} ${by}`];
    const refused = status !== "proposed" ? "alreadyDecided" : action === "withdraw" ? "notProposer" : "ownProposal";
    expect(nextRevocationStatus({ status, proposedById: "first" }, action, by)).toEqual(
      next ? { ok: true, value: next } : { ok: false, code: refused },
    );
  });
  test("every status is reached from a proposal, and all but it are final", () => {
    const reached = Object.values(revocationWorkflow.proposed).map(({ next }) => next);
    expect(["proposed", ...reached].sort()).toEqual([...revocationStatuses].sort());
    const closed = revocationStatuses.filter((status) => Object.keys(revocationWorkflow[status]).length === 0);
    expect(closed).toEqual(["confirmed", "rejected", "withdrawn"]);
  });
});

describe("the day on which a revocation takes effect", () => {
  const certificate = { validFrom: "2025-01-10", validTo: "2028-01-09" };
  test.each([
    ["2025-01-09", "effectiveOn.beforeValid"],
    ["2025-01-10", undefined],
    ["2028-01-09", undefined],
    ["2028-01-10", "effectiveOn.afterEnd"],
  ])("%s", (day, refused) => {
    expect(checkEffectiveDay(day, certificate)).toEqual(
      refused ? { ok: false, code: refused } : { ok: true, value: true },
    );
  });
  test("any later day will do for a certificate without an end", () => {
    expect(checkEffectiveDay("2999-01-01", { ...certificate, validTo: null })).toEqual({ ok: true, value: true });
  });
});
