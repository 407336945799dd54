import { describe, expect, test } from "vitest";
import { reviewSubjects } from "./review";
import {
  everyDecision,
  isConfirmation,
  isDecision,
  isRechecked,
  needsReason,
  reviewDecisions,
} from "./review-decision";

describe("what a review may end in", () => {
  test.each(reviewSubjects)("a review of a %s confirms what is claimed, or else does not", (kind) => {
    expect(reviewDecisions[kind].filter((decision) => isConfirmation(kind, decision))).toHaveLength(1);
    expect(reviewDecisions[kind].length).toBeGreaterThan(1);
  });

  test("what is sent back or turned down needs a reason of the catalogue, what is confirmed or waived does not", () => {
    expect(everyDecision.filter(needsReason)).toEqual(["return", "refuse", "not-live", "reject"]);
    for (const kind of reviewSubjects) {
      for (const decision of reviewDecisions[kind].filter((one) => isConfirmation(kind, one))) {
        expect(needsReason(decision)).toBe(false);
      }
    }
  });

  test("is known by its word", () => {
    expect(everyDecision.every(isDecision)).toBe(true);
    expect(isDecision("delete")).toBe(false);
    expect(isDecision(null)).toBe(false);
  });

  test("is re-checked by chance unless two officers decide anyway", () => {
    expect(reviewSubjects.filter((kind) => !isRechecked(kind))).toEqual(["revocation"]);
  });
});
