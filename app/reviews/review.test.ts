import { describe, expect, it } from "vitest";
import { checkClaim, isHeld, leaseFrom, leaseMinutes, reviewActions, reviewStatuses, reviewWorkflow } from "./review";

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
  const claimedBy = (claimedById: string, minutesAgo: number) => ({
    status: "claimed" as const,
    claimedById,
    leaseUntil: leaseFrom(new Date(now.getTime() - minutesAgo * 60_000)),
    barredId: null,
  });

  it("gives a waiting review to the officer who asks", () => {
    expect(
      checkClaim({ status: "waiting", claimedById: null, leaseUntil: null, barredId: null }, officer, now).ok,
    ).toBe(true);
  });

  it("lets an officer go on with what is already theirs, also when its lease has run out", () => {
    expect(checkClaim(claimedBy("me", 1), officer, now).ok).toBe(true);
    expect(checkClaim(claimedBy("me", leaseMinutes + 1), officer, now).ok).toBe(true);
  });

  it("keeps another officer's claim for as long as its lease, and frees it at its end", () => {
    expect(checkClaim(claimedBy("other", leaseMinutes - 0.01), officer, now)).toEqual({
      ok: false,
      code: "alreadyClaimed",
    });
    expect(checkClaim(claimedBy("other", leaseMinutes), officer, now).ok).toBe(true);
  });

  it("is held only while claimed and leased", () => {
    expect(isHeld(claimedBy("other", 0), now)).toBe(true);
    expect(isHeld({ status: "claimed", leaseUntil: null }, now)).toBe(false);
    expect(isHeld({ ...claimedBy("other", 0), status: "decided" }, now)).toBe(false);
  });

  it("refuses an officer who belongs to the enterprise, whatever the status", () => {
    for (const status of reviewStatuses) {
      const answer = checkClaim(
        { status, claimedById: null, leaseUntil: null, barredId: null },
        { accountId: "me", isMember: true },
        now,
      );
      expect(answer).toEqual({ ok: false, code: "ownEnterprise" });
    }
  });

  it("refuses the officer who proposed what is reviewed", () => {
    const proposal = { status: "waiting" as const, claimedById: null, leaseUntil: null, barredId: "me" };
    expect(checkClaim(proposal, officer, now)).toEqual({ ok: false, code: "ownProposal" });
    expect(checkClaim(proposal, { ...officer, accountId: "other" }, now).ok).toBe(true);
  });

  it("refuses what is decided or cancelled", () => {
    for (const status of ["decided", "cancelled"] as const) {
      expect(checkClaim({ status, claimedById: null, leaseUntil: null, barredId: null }, officer, now)).toEqual({
        ok: false,
        code: "alreadyDecided",
      });
    }
  });
});
