import { describe, expect, it } from "vitest";
import { checkClaim, claimHours, reviewActions, reviewStatuses, reviewWorkflow } from "./review";

const now = new Date("2026-03-02T03:00:00Z");
const officer = { accountId: "me", isMember: false };

describe("the review workflow", () => {
  it("reaches every status from waiting", () => {
    const reached = new Set(["waiting"]);
    for (let round = 0; round < reviewStatuses.length; round += 1) {
      for (const status of reviewStatuses) {
        if (!reached.has(status)) continue;
        for (const action of reviewActions) {
          const next = reviewWorkflow[status][action];
          if (next) reached.add(next);
        }
      }
    }
    expect([...reached].sort()).toEqual([...reviewStatuses].sort());
  });

  it("leaves nothing to do once a review is decided or cancelled", () => {
    expect(reviewWorkflow.decided).toEqual({});
    expect(reviewWorkflow.cancelled).toEqual({});
  });
});

describe("claiming a review", () => {
  const claimedBy = (claimedById: string, hoursAgo: number) => ({
    status: "claimed" as const,
    claimedById,
    claimedAt: new Date(now.getTime() - hoursAgo * 3_600_000),
  });

  it("gives a waiting review to the officer who asks", () => {
    expect(checkClaim({ status: "waiting", claimedById: null, claimedAt: null }, officer, now).ok).toBe(true);
  });

  it("lets an officer go on with what is already theirs", () => {
    expect(checkClaim(claimedBy("me", 1), officer, now).ok).toBe(true);
  });

  it("keeps another officer's claim until it has lain too long", () => {
    expect(checkClaim(claimedBy("other", claimHours - 0.01), officer, now)).toEqual({
      ok: false,
      code: "alreadyClaimed",
    });
    expect(checkClaim(claimedBy("other", claimHours), officer, now).ok).toBe(true);
  });

  it("takes over a claim whose time was never recorded", () => {
    expect(checkClaim({ status: "claimed", claimedById: "other", claimedAt: null }, officer, now).ok).toBe(true);
  });

  it("refuses an officer who belongs to the enterprise, whatever the status", () => {
    for (const status of reviewStatuses) {
      const answer = checkClaim(
        { status, claimedById: null, claimedAt: null },
        { accountId: "me", isMember: true },
        now,
      );
      expect(answer).toEqual({ ok: false, code: "ownEnterprise" });
    }
  });

  it("refuses what is decided or cancelled", () => {
    for (const status of ["decided", "cancelled"] as const) {
      expect(checkClaim({ status, claimedById: null, claimedAt: null }, officer, now)).toEqual({
        ok: false,
        code: "alreadyDecided",
      });
    }
  });
});
