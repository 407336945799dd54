import fc from "fast-check";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "~/accounts/session.server";
import { addDays, dayOf } from "~/platform/day";
import { pool, rows } from "~/platform/db/client.server";
import { decidedFilter, readDecidedAddress } from "~/reviews/decided-address";
import { queueAskedBy, readQueueAddress } from "~/reviews/queue-address";
import { countRechecks, listRechecks } from "~/reviews/recheck-queries.server";
import { readRecheckView, recheckHref, recheckViews } from "~/reviews/recheck-view";
import { reviewSubjects } from "~/reviews/review";
import { needsReason, reviewDecisions } from "~/reviews/review-decision";
import { buildReview, buildReviewReason, instantOn, schemeId } from "../../prisma/seed/builders";
import { insertRows } from "../../prisma/seed/insert-rows";
import { seedReference } from "../../prisma/seed/seed-reference";
import { addOfficers, addOwned, benchNow } from "../../tests/integration/bench-stage";
import { portalDatabase } from "../../tests/integration/database";
import { benchHref } from "./bench-href";
import {
  countDecidedFigures,
  countOfficerFigures,
  countReasonFigures,
  countWaitingFigures,
} from "./bench-queries.server";
import { listDecided } from "./decided-queries.server";
import { listQueue } from "./queue-queries.server";

portalDatabase();

const today = dayOf(benchNow);
let officers: Actor[];
let enterpriseId: string;
let reasonsOf: ReadonlyMap<string, readonly string[]>;

beforeAll(async () => {
  await seedReference(pool());
  officers = await addOfficers(1, 3);
  ({ enterpriseId } = await addOwned(10));
  const catalogue = await rows<{ kind: string; codes: string[] }>(
    "SELECT subject_kind AS kind, array_agg(code) AS codes FROM reasons GROUP BY subject_kind",
  );
  reasonsOf = new Map(catalogue.map(({ kind, codes }) => [kind, codes]));
});

beforeEach(() => pool().query("TRUNCATE rechecks, review_reasons, reviews"));

const fact = fc.record({
  kind: fc.constantFrom(...reviewSubjects),
  scheme: fc.constantFrom(null, "ocop", "vietgap"),
  status: fc.constantFrom("waiting", "claimed", "decided", "decided", "decided", "cancelled"),
  openedDaysAgo: fc.integer({ min: 0, max: 450 }),
  lasted: fc.integer({ min: 0, max: 60 }),
  officer: fc.nat({ max: 2 }),
  decision: fc.nat({ max: 2 }),
  // Two reasons at two places, sometimes the same one twice.
  reasons: fc.array(fc.nat({ max: 4 }), { minLength: 1, maxLength: 2 }),
  recheck: fc.constantFrom("none", "waiting", "same", "other"),
});
type Fact = typeof fact extends fc.Arbitrary<infer T> ? T : never;

async function write(facts: readonly Fact[]): Promise<void> {
  for (const [n, one] of facts.entries()) {
    const officerId = officers[one.officer]?.accountId ?? "";
    const openedAt = instantOn(addDays(today, -one.openedDaysAgo), 9);
    const decidedAt = new Date(Math.min(openedAt.getTime() + one.lasted * 86_400_000, benchNow.getTime()));
    const decisions: readonly string[] = reviewDecisions[one.kind];
    const decision = decisions[one.decision % decisions.length] ?? "";
    const isHeld = one.status === "claimed" || one.status === "decided";
    const review = buildReview(n, {
      ...{ subjectKind: one.kind, subjectId: crypto.randomUUID(), enterpriseId, openedAt, label: `Hồ sơ ${n}` },
      status: one.status,
      schemeId: one.scheme && schemeId(one.scheme),
      ...(isHeld && { claimedById: officerId, claimedAt: openedAt }),
      ...(one.status === "decided" && { decidedById: officerId, decidedAt, decision }),
    });
    await insertRows(pool(), "reviews", [review]);
    if (one.status !== "decided") continue;
    if (needsReason(decision)) {
      const codes = reasonsOf.get(one.kind) ?? [];
      const given = one.reasons.map((place, index) =>
        buildReviewReason(n * 10 + index, {
          ...{
            reviewId: review.id,
            field: `field${index}`,
            reason: codes[place % codes.length] ?? "other",
            comment: "",
          },
        }),
      );
      await insertRows(pool(), "review_reasons", given);
    }
    if (one.recheck === "none" || one.kind === "revocation") continue;
    const isJudged = one.recheck !== "waiting";
    const agrees = one.recheck === "same";
    const judge = officers[(one.officer + 1) % officers.length]?.accountId ?? "";
    await pool().query(
      `INSERT INTO rechecks (id, review_id, drawn_at, judged_by_id, judged_at, decision, agrees)
        VALUES (gen_random_uuid(), $1, $2, $3, $4, $5, $6)`,
      isJudged
        ? [review.id, decidedAt, judge, decidedAt, agrees ? decision : "return", agrees]
        : [review.id, decidedAt, null, null, null, null],
    );
  }
}

const page = { limit: 1000, offset: 0 };

/** How many rows the list behind an address holds, counted and as listed. */
async function opened(href: string, officerId: string | null): Promise<number> {
  const { pathname, searchParams } = new URL(href, "http://portal");
  const get = (name: string) => searchParams.get(name);
  const asker = officerId ?? officers[0]?.accountId ?? "";
  const list =
    pathname === "/tham-dinh"
      ? await listQueue(queueAskedBy(readQueueAddress(get), asker), { officerId: asker, now: benchNow }, page)
      : pathname === "/tham-dinh/da-giai-quyet"
        ? await listDecided(decidedFilter(readDecidedAddress(get), today), { showsNames: true }, page)
        : await listRechecks(readRecheckView(get("xem"), officerId !== null), { officerId, today }, page);
  expect(list.rows).toHaveLength(list.total);
  return list.total;
}

describe("every number of the bench", () => {
  it("opens exactly the list it counts, whatever was reviewed", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fact, { minLength: 1, maxLength: 25 }), async (facts) => {
        await pool().query("TRUNCATE rechecks, review_reasons, reviews");
        await write(facts);
        const waiting = await countWaitingFigures(today);
        const sum = (of: (figures: (typeof waiting)[number]) => number) =>
          waiting.reduce((total, figures) => total + of(figures), 0);
        expect(await opened(benchHref.waiting, null)).toBe(sum((figures) => figures.waiting));
        expect(await opened(benchHref.overdue, null)).toBe(sum((figures) => figures.overdue));
        for (const figures of waiting) expect(await opened(benchHref.age(figures), null)).toBe(figures.waiting);
        for (const figures of await countDecidedFigures(today)) {
          expect(await opened(benchHref.decided(figures), null)).toBe(figures.decided);
          expect(await opened(benchHref.inTime(figures), null)).toBe(figures.inTime);
        }
        for (const figures of await countReasonFigures(today)) {
          expect(await opened(benchHref.reason(figures), null)).toBe(figures.count);
        }
        for (const figures of await countOfficerFigures(today)) {
          expect(await opened(benchHref.holds(figures), null)).toBe(figures.holds);
          expect(await opened(benchHref.decidedBy(figures), null)).toBe(figures.decided);
        }
        for (const officerId of [null, ...officers.map(({ accountId }) => accountId)]) {
          const rechecks = await countRechecks({ officerId, today });
          for (const view of recheckViews) expect(await opened(recheckHref(view), officerId)).toBe(rechecks[view]);
        }
      }),
      { numRuns: 12 },
    );
  }, 120_000);

  it("tells who decided only to who may know", async () => {
    await write([
      {
        ...{ kind: "listing", scheme: null, status: "decided", openedDaysAgo: 5, lasted: 1, officer: 0, decision: 0 },
        ...{ reasons: [0], recheck: "none" },
      },
    ]);
    const asked = decidedFilter(
      readDecidedAddress(() => null),
      today,
    );
    const names = async (showsNames: boolean) =>
      (await listDecided(asked, { showsNames }, page)).rows.map(({ decidedByName }) => decidedByName);
    expect(await names(false)).toEqual([null]);
    expect(await names(true)).toEqual([officers[0]?.name]);
  });
});
