import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "~/accounts/session.server";
import { decideCertificate } from "~/certification/decide-certificate.server";
import { pool, row, rows } from "~/platform/db/client.server";
import { buildMembership } from "../../prisma/seed/builders";
import { insertRows } from "../../prisma/seed/insert-rows";
import { seedReference } from "../../prisma/seed/seed-reference";
import { acting, addOfficers, addOwned, addWaiting, benchNow, reviewState } from "../../tests/integration/bench-stage";
import { portalDatabase } from "../../tests/integration/database";
import "~/messages";
import { claimReview, releaseReview, renewLease } from "~/reviews/claim-review.server";
import { wholeQueue } from "~/reviews/queue-filter";
import { leaseMinutes } from "~/reviews/review";
import { takeNextReview } from "~/reviews/take-next-review.server";

portalDatabase();
beforeAll(() => seedReference(pool()));

const later = (minutes: number): Date => new Date(benchNow.getTime() + minutes * 60_000);
const take = (officer: Actor, now = benchNow) =>
  takeNextReview({ filter: wholeQueue, order: "due" }, officer, acting(officer, now));
const verify = (certificateId: string, officer: Actor, now = benchNow) =>
  decideCertificate(
    { certificateId, version: 1, decision: { decision: "verify", note: "", reasons: [] } },
    officer,
    acting(officer, now),
  );
const emptyQueue = () => pool().query("UPDATE reviews SET status = 'cancelled' WHERE status IN ('waiting', 'claimed')");

describe("twenty officers pulling from one queue of five hundred", () => {
  it("never get the same item, lose none, and leave exactly one journal entry for each decision", async () => {
    const { enterpriseId } = await addOwned(1000);
    const officers = await addOfficers(1100, 20);
    const waiting = await addWaiting(2000, 500, enterpriseId);
    const taken: { officer: string; subjectId: string }[] = [];

    await Promise.all(
      officers.map(async (officer) => {
        for (;;) {
          const next = await take(officer);
          if (!next.ok) return expect(next.code).toBe("queueEmpty");
          taken.push({ officer: officer.accountId, subjectId: next.value.subjectId });
          expect(await verify(next.value.subjectId, officer)).toEqual({ ok: true, value: true });
        }
      }),
    );

    expect(taken.map(({ subjectId }) => subjectId).sort()).toEqual(waiting.map(({ subjectId }) => subjectId).sort());
    expect(new Set(taken.map(({ officer }) => officer)).size).toBeGreaterThan(1);
    const decided = await rows<{ subjectId: string; officer: string }>(
      `SELECT subject_id AS "subjectId", decided_by_id AS officer FROM reviews WHERE status = 'decided' ORDER BY subject_id`,
    );
    expect(decided).toEqual(
      [...taken]
        .sort((a, b) => (a.subjectId < b.subjectId ? -1 : 1))
        .map(({ subjectId, officer }) => ({ subjectId, officer })),
    );
    const entries = await rows<{ event: string; subjects: number; entries: number }>(
      `SELECT event, count(DISTINCT subject_id) AS subjects, count(*) AS entries FROM journal
        WHERE event IN ('review.claimed', 'certificate.verified') GROUP BY event ORDER BY event`,
    );
    expect(entries).toEqual([
      { event: "certificate.verified", subjects: 500, entries: 500 },
      { event: "review.claimed", subjects: 500, entries: 500 },
    ]);
    expect(await row("SELECT 1 FROM journal_breaks()")).toBeUndefined();
  }, 120_000);
});

describe("the lease of a claim", () => {
  let former: Actor;
  let others: Actor[];
  let enterpriseId: string;
  let n = 5000;
  beforeAll(async () => {
    ({ enterpriseId } = await addOwned(4000));
    const [first, ...rest] = await addOfficers(4100, 9);
    if (!first) throw new Error("no officer");
    former = first;
    others = rest;
  });
  const oneHeld = async () => {
    await emptyQueue();
    n += 10;
    const [review] = await addWaiting(n, 1, enterpriseId);
    if (!review) throw new Error("no review");
    expect((await take(former)).ok).toBe(true);
    return review;
  };

  it("keeps others away until it ends, and then one of eight who ask at once gets the review", async () => {
    const review = await oneHeld();
    const early = await Promise.all(others.map((officer) => take(officer, later(leaseMinutes - 1))));
    expect(early.every((one) => !one.ok && one.code === "queueEmpty")).toBe(true);

    const results = await Promise.all(others.map((officer) => take(officer, later(leaseMinutes))));
    expect(results.filter((one) => one.ok)).toHaveLength(1);
    const holder = (await reviewState(review.id))?.claimedById;
    expect(others.map(({ accountId }) => accountId)).toContain(holder);
  });

  it("is lost to the one who took the review: the former holder can neither decide nor renew nor release", async () => {
    const review = await oneHeld();
    const [other] = others;
    if (!other) throw new Error("no officer");
    expect((await take(other, later(leaseMinutes))).ok).toBe(true);
    const subject = { kind: "certificate", id: review.subjectId } as const;
    expect(await verify(review.subjectId, former, later(leaseMinutes))).toEqual({ ok: false, code: "alreadyClaimed" });
    expect(await renewLease(review.id, former, later(leaseMinutes))).toBe(false);
    expect(await releaseReview(subject, former, acting(former))).toEqual({ ok: false, code: "stale" });
    expect(await claimReview(subject, former, acting(former, later(leaseMinutes + 1)))).toEqual({
      ok: false,
      code: "alreadyClaimed",
    });
    expect(await reviewState(review.id)).toMatchObject({ status: "claimed", claimedById: other.accountId });
  });

  it("runs anew with every sign of working", async () => {
    const review = await oneHeld();
    expect(await renewLease(review.id, former, later(leaseMinutes - 1))).toBe(true);
    const [other] = others;
    if (!other) throw new Error("no officer");
    expect(await take(other, later(leaseMinutes))).toEqual({ ok: false, code: "queueEmpty" });
    expect((await take(other, later(2 * leaseMinutes))).ok).toBe(true);
  });

  it("that ended without anyone taking the review lets its officer still decide", async () => {
    const review = await oneHeld();
    expect(await verify(review.subjectId, former, later(leaseMinutes + 60))).toEqual({ ok: true, value: true });
  });

  it("that ends while its officer decides leaves one of the two with the review, never both", async () => {
    for (let round = 0; round < 12; round += 1) {
      const review = await oneHeld();
      const [other] = others;
      if (!other) throw new Error("no officer");
      const [decided, taken] = await Promise.all([
        verify(review.subjectId, former, later(leaseMinutes)),
        take(other, later(leaseMinutes)),
      ]);
      expect([decided.ok, taken.ok].filter(Boolean)).toHaveLength(1);
      const state = await reviewState(review.id);
      if (decided.ok) expect(state).toMatchObject({ status: "decided", decidedById: former.accountId });
      else expect(state).toMatchObject({ status: "claimed", claimedById: other.accountId });
    }
  });
});

describe("what an officer is never given", () => {
  it("is a review of their own enterprise, or of what they proposed", async () => {
    await emptyQueue();
    const { enterpriseId } = await addOwned(6000);
    const [officer, other] = await addOfficers(6100, 2);
    if (!officer || !other) throw new Error("no officer");
    await insertRows(pool(), "memberships", [buildMembership(officer.accountId, enterpriseId)]);
    await addWaiting(6200, 1, enterpriseId);
    const { enterpriseId: foreign } = await addOwned(6001);
    await addWaiting(6300, 1, foreign, { barredId: officer.accountId });

    expect(await take(officer)).toEqual({ ok: false, code: "queueEmpty" });
    expect((await take(other)).ok).toBe(true);
    expect((await take(other)).ok).toBe(true);
    expect(await take(other)).toEqual({ ok: false, code: "queueEmpty" });
  });

  it("is anything at all to those who are no officers", async () => {
    const { owner } = await addOwned(6002);
    expect(await take(owner)).toEqual({ ok: false, code: "notFound" });
  });
});
