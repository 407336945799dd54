import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, type Day, daysBetween } from "~/platform/day";
import { certificateStatuses } from "./certificate";
import { checkRenewal, expectedStart, gapBefore, isHeldOn, lastDayOf, type Validity } from "./renewal";

const origin: Day = "2024-01-01";
const days = fc.integer({ min: 0, max: 400 }).map((offset) => addDays(origin, offset));
const validity: fc.Arbitrary<Validity> = fc
  .record({ validFrom: days, length: fc.nat(400), revoked: fc.option(fc.nat(400)), endless: fc.boolean() })
  .map(({ validFrom, length, revoked, endless }) => ({
    validFrom,
    validTo: endless ? null : addDays(validFrom, length),
    revokedOn: revoked === null ? null : addDays(validFrom, revoked),
  }));
const plain = (validFrom: Day, validTo: Day | null, revokedOn: Day | null = null): Validity => ({
  validFrom,
  validTo,
  revokedOn,
});

describe("the days between a certificate and its renewal", () => {
  test.each([
    ["begins the day after the last day", "2026-01-01", null],
    ["overlaps", "2025-12-01", null],
    ["begins one day late", "2026-01-02", { from: "2026-01-01", to: "2026-01-01", days: 1 }],
    ["begins a month late", "2026-02-01", { from: "2026-01-01", to: "2026-01-31", days: 31 }],
  ])("a renewal that %s loses what it should", (_name, validFrom, gap) => {
    expect(gapBefore({ validFrom }, plain("2023-01-01", "2025-12-31"))).toEqual(gap);
  });
  test("a certificate without an end loses nothing", () => {
    expect(gapBefore({ validFrom: "2999-01-01" }, plain("2023-01-01", null))).toBeNull();
    expect(expectedStart(plain("2023-01-01", null))).toBeNull();
  });
  test("a revocation ends a certificate the day before it takes effect, unless it ran out before", () => {
    expect(lastDayOf(plain("2023-01-01", "2025-12-31", "2025-06-01"))).toBe("2025-05-31");
    expect(lastDayOf(plain("2023-01-01", "2025-12-31", "2026-06-01"))).toBe("2025-12-31");
    expect(lastDayOf(plain("2023-01-01", null, "2026-06-01"))).toBe("2026-05-31");
  });
  test("a renewal that begins on the expected day never loses a day", () => {
    fc.assert(
      fc.property(validity, (renewed) => {
        const start = expectedStart(renewed);
        fc.pre(start !== null);
        expect(gapBefore({ validFrom: start ?? "" }, renewed)).toBeNull();
      }),
    );
  });
  test("the named days are exactly those on which neither of the two holds", () => {
    fc.assert(
      fc.property(validity, validity, (renewed, renewal) => {
        const lastDay = lastDayOf(renewed);
        fc.pre(lastDay !== null && renewal.revokedOn === null && renewal.validFrom >= renewed.validFrom);
        const gap = gapBefore(renewal, renewed);
        const lost: Day[] = [];
        for (let day = addDays(lastDay ?? "", 1); day < renewal.validFrom; day = addDays(day, 1)) {
          if (!isHeldOn(day, [renewed, renewal])) lost.push(day);
        }
        expect(gap?.days ?? 0).toBe(lost.length);
        expect([gap?.from, gap?.to]).toEqual([lost.at(0), lost.at(-1)]);
      }),
    );
  });
  test("a chain of renewals without a gap holds on every day from its first to its last, and on no other", () => {
    const steps = fc.array(fc.record({ overlap: fc.nat(60), length: fc.nat(300) }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(steps, (rounds) => {
        const chain: Validity[] = [plain(origin, addDays(origin, 100))];
        for (const { overlap, length } of rounds) {
          const before = chain.at(-1);
          const validFrom = addDays(before?.validTo ?? origin, 1 - overlap);
          const start = validFrom < origin ? origin : validFrom;
          chain.push(plain(start, addDays(start, overlap + length)));
        }
        const last =
          chain
            .map(({ validTo }) => validTo ?? "")
            .toSorted()
            .at(-1) ?? "";
        const held = Array.from({ length: daysBetween(origin, last) + 3 }, (_, index) =>
          addDays(origin, index - 1),
        ).filter((day) => isHeldOn(day, chain));
        expect(held).toHaveLength(daysBetween(origin, last) + 1);
        expect([held[0], held.at(-1)]).toEqual([origin, last]);
      }),
      { numRuns: 50 },
    );
  });
});

describe("who can be renewed", () => {
  test.each(certificateStatuses)("a certificate that is %s", (status) => {
    const expected =
      status === "verified"
        ? { ok: true, value: true }
        : { ok: false, code: status === "revoked" ? "renewal.isRevoked" : "renewal.notVerified" };
    expect(checkRenewal({ status, renewal: null })).toEqual(expected);
  });
  test("one that has a renewal already cannot get a second", () => {
    expect(checkRenewal({ status: "verified", renewal: { status: "draft" } })).toEqual({
      ok: false,
      code: "renewal.alreadyRenewed",
    });
  });
});
