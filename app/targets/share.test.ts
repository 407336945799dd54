import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { enterpriseSizes, legalForms } from "~/enterprises/enterprise-size";
import type { Evidence } from "~/listings/listing-status";
import { addDays, startOfDay } from "~/platform/day";
import {
  type CoverageFacts,
  type EnterpriseFacts,
  isCertified,
  isCountedSme,
  isListed,
  type ListingFacts,
  listingShare,
  type PeriodFacts,
  type ProductFacts,
  shareOf,
  smeShare,
  verifiedLevel,
} from "./share";

const at = (day: string) => startOfDay(day);
const now = at("2030-01-01");
const day = "2025-06-15";

const period = (over: Partial<PeriodFacts> = {}): PeriodFacts => ({
  validFrom: "2025-01-01",
  validTo: "2025-12-31",
  recordedAt: at("2025-01-10"),
  supersededAt: null,
  ...over,
});
const coverage = (over: Partial<CoverageFacts> = {}): CoverageFacts => ({
  schemeCounts: true,
  periods: [period()],
  revokedOn: null,
  revocationRecordedAt: null,
  coversFrom: "2025-01-01",
  coversTo: null,
  coverageRecordedAt: at("2025-01-05"),
  coverageEndRecordedAt: null,
  ...over,
});
/** Days corrected on 2025-06-20. */
const corrected = (after: Partial<PeriodFacts>, before: Partial<PeriodFacts> = {}): PeriodFacts[] => [
  period({ ...before, supersededAt: at("2025-06-20") }),
  period({ ...after, recordedAt: at("2025-06-20") }),
];
const seen = (on: string, over: Partial<Evidence> = {}): Evidence => ({
  id: "e1",
  kind: "officer-check",
  verdict: "live",
  observedAt: at(on),
  recordedAt: at(on),
  ...over,
});
const listing = (over: Partial<ListingFacts> = {}): ListingFacts => ({
  recognisedFrom: "2020-01-01",
  recognisedTo: null,
  confirmationWindowDays: 90,
  evidence: [seen("2025-06-01")],
  ...over,
});
const product = (over: Partial<ProductFacts> = {}): ProductFacts => ({
  registeredOn: "2025-01-01",
  registeredRecordedAt: at("2025-01-01"),
  withdrawnOn: null,
  withdrawnRecordedAt: null,
  coverages: [coverage()],
  listings: [listing()],
  ...over,
});

describe("a product is certified", () => {
  test("while it is registered and its certificate is verified and valid", () => {
    expect(isCertified(product(), day, now)).toBe(true);
    expect(isCertified(product(), "2025-01-01", now)).toBe(true);
    expect(isCertified(product(), "2025-12-31", now)).toBe(true);
    expect(isCertified(product(), "2026-01-01", now)).toBe(false);
  });
  test("not before it is registered, nor for anyone who asks as of a time when that was not recorded", () => {
    const registered = product({ registeredOn: "2025-06-16", registeredRecordedAt: at("2025-06-20") });
    expect(isCertified(registered, day, now)).toBe(false);
    expect(isCertified(registered, "2025-06-16", at("2025-06-19"))).toBe(false);
    expect(isCertified(registered, "2025-06-16", at("2025-06-20"))).toBe(true);
  });
  test("not from the day it is withdrawn, once that is known", () => {
    const withdrawn = product({ withdrawnOn: day, withdrawnRecordedAt: at("2025-07-01") });
    expect(isCertified(withdrawn, "2025-06-14", now)).toBe(true);
    expect(isCertified(withdrawn, day, now)).toBe(false);
    expect(isCertified(withdrawn, day, at("2025-06-30"))).toBe(true);
    expect(isCertified({ ...withdrawn, withdrawnRecordedAt: null }, day, at("2025-06-30"))).toBe(false);
  });
  test("one certificate that holds is enough", () => {
    expect(isCertified(product({ coverages: [coverage({ schemeCounts: false }), coverage()] }), day, now)).toBe(true);
    expect(isCertified(product({ coverages: [] }), day, now)).toBe(false);
  });
  test.each<[string, Partial<CoverageFacts>]>([
    ["of a scheme that does not count", { schemeCounts: false }],
    ["not verified", { periods: [] }],
    ["not yet valid", { periods: [period({ validFrom: "2025-06-16" })] }],
    ["expired the day before", { periods: [period({ validTo: "2025-06-14" })] }],
    ["revoked from that day on", { revokedOn: day, revocationRecordedAt: at("2025-06-20") }],
    ["revoked at an unrecorded time", { revokedOn: day }],
    ["covering it only later", { coversFrom: "2025-06-16" }],
    ["covering it only earlier", { coversTo: "2025-06-14" }],
    [
      "covering it only earlier, as recorded since",
      { coversTo: "2025-06-14", coverageEndRecordedAt: at("2025-06-20") },
    ],
  ])("but not by a certificate %s", (_, over) => {
    expect(isCertified(product({ coverages: [coverage(over)] }), day, now)).toBe(false);
  });
  test.each<[string, Partial<CoverageFacts>]>([
    ["without expiry", { periods: [period({ validTo: null })] }],
    ["revoked from the next day on", { revokedOn: "2025-06-16", revocationRecordedAt: at("2025-06-20") }],
    ["covering it for the last day", { coversTo: day, coverageEndRecordedAt: at("2025-06-20") }],
  ])("also by a certificate %s", (_, over) => {
    expect(isCertified(product({ coverages: [coverage(over)] }), day, now)).toBe(true);
  });
  test.each<[string, Partial<CoverageFacts>, boolean]>([
    ["the verification", { periods: [period({ recordedAt: at("2025-06-20") })] }, false],
    ["the correction that shortened it", { periods: corrected({ validTo: "2025-06-14" }) }, true],
    ["the correction that let it begin later", { periods: corrected({ validFrom: "2025-06-16" }) }, true],
    ["the correction that prolonged it", { periods: corrected({}, { validTo: "2025-06-14" }) }, false],
    ["the coverage", { coverageRecordedAt: at("2025-06-20") }, false],
    ["the revocation", { revokedOn: "2025-06-01", revocationRecordedAt: at("2025-06-20") }, true],
    ["the end of the coverage", { coversTo: "2025-06-01", coverageEndRecordedAt: at("2025-06-20") }, true],
  ])("as known when %s was not recorded yet, and otherwise afterwards", (_, over, before) => {
    const asked = product({ coverages: [coverage(over)] });
    expect(isCertified(asked, day, at("2025-06-19"))).toBe(before);
    expect(isCertified(asked, day, at("2025-06-20"))).toBe(!before);
  });
});

describe("a product is listed", () => {
  test("while a listing is live on a recognised marketplace", () => {
    expect(isListed(product(), day, now)).toBe(true);
    expect(isListed(product({ listings: [] }), day, now)).toBe(false);
    expect(isListed(product(), addDays("2025-06-01", 91), now)).toBe(false);
  });
  test("not on a day on which the marketplace is not recognised", () => {
    expect(isListed(product({ listings: [listing({ recognisedFrom: "2025-06-16" })] }), day, now)).toBe(false);
    expect(isListed(product({ listings: [listing({ recognisedTo: "2025-06-14" })] }), day, now)).toBe(false);
    expect(isListed(product({ listings: [listing({ recognisedTo: day })] }), day, now)).toBe(true);
  });
});

describe("the listing share", () => {
  test("of no certified product is no figure", () => {
    expect(listingShare([], day, now)).toEqual({ counted: 0, of: 0, basisPoints: null });
    expect(listingShare([product({ coverages: [] })], day, now)).toEqual({ counted: 0, of: 0, basisPoints: null });
  });
  test("a product listed on three marketplaces counts once", () => {
    expect(listingShare([product({ listings: [listing(), listing(), listing()] })], day, now)).toEqual({
      counted: 1,
      of: 1,
      basisPoints: 10_000,
    });
  });
  test("a product with two certificates counts once, and one listed without a certificate not at all", () => {
    const products = [
      product({ coverages: [coverage(), coverage()] }),
      product({ coverages: [] }),
      product({ listings: [] }),
    ];
    expect(listingShare(products, day, now)).toEqual({ counted: 1, of: 2, basisPoints: 5_000 });
  });
  test("shares are rounded down, so that a target is never reached by rounding", () => {
    expect(shareOf(2, 3).basisPoints).toBe(6_666);
    expect(shareOf(9_999_999, 10_000_000).basisPoints).toBe(9_999);
  });
});

const enterprise = (over: Partial<EnterpriseFacts> = {}): EnterpriseFacts => ({
  legalForm: "llc-one",
  registeredOn: "2025-01-01",
  registeredRecordedAt: at("2025-01-01"),
  declarations: [{ effectiveOn: "2025-01-01", size: "small", recordedAt: at("2025-01-01") }],
  assessments: [{ level: 2, assessedOn: "2025-03-01", verifiedAt: at("2025-03-10") }],
  ...over,
});
const config = { thresholdLevel: 1, officialPopulation: null, countHouseholds: false, countCooperatives: false };

describe("an enterprise counts among the SMEs", () => {
  test("from its registration to the day before it closes, as far as that was known", () => {
    expect(isCountedSme(enterprise(), "2024-12-31", now, config)).toBe(false);
    expect(isCountedSme(enterprise(), "2025-01-01", now, config)).toBe(true);
    expect(isCountedSme(enterprise({ registeredRecordedAt: at("2025-07-01") }), day, at("2025-06-30"), config)).toBe(
      false,
    );
    const closed = enterprise({ closedOn: day, closedRecordedAt: at("2025-07-01") });
    expect(isCountedSme(closed, "2025-06-14", now, config)).toBe(true);
    expect(isCountedSme(closed, day, now, config)).toBe(false);
    expect(isCountedSme(closed, day, at("2025-06-30"), config)).toBe(true);
  });
  test("by the latest size in effect that was known, the later record of the same day deciding", () => {
    const grown = enterprise({
      declarations: [
        { effectiveOn: "2025-06-01", size: "large", recordedAt: at("2025-06-05") },
        { effectiveOn: "2025-01-01", size: "small", recordedAt: at("2025-01-01") },
        { effectiveOn: "2025-06-01", size: "medium", recordedAt: at("2025-06-20") },
        { effectiveOn: "2025-09-01", size: "large", recordedAt: at("2025-06-20") },
      ],
    });
    expect(isCountedSme(grown, "2025-05-31", now, config)).toBe(true);
    expect(isCountedSme(grown, day, at("2025-06-19"), config)).toBe(false);
    expect(isCountedSme(grown, day, at("2025-06-20"), config)).toBe(true);
    expect(isCountedSme(grown, "2025-09-01", now, config)).toBe(false);
  });
  test("it cannot be said before a size is declared", () => {
    expect(isCountedSme(enterprise({ declarations: [] }), day, now, config)).toBeUndefined();
  });
  test("households and co-operatives only where configured", () => {
    const household = enterprise({ legalForm: "household" });
    const cooperative = enterprise({ legalForm: "cooperative" });
    expect(isCountedSme(household, day, now, config)).toBe(false);
    expect(isCountedSme(household, day, now, { ...config, countHouseholds: true })).toBe(true);
    expect(isCountedSme(cooperative, day, now, config)).toBe(false);
    expect(isCountedSme(cooperative, day, now, { ...config, countCooperatives: true })).toBe(true);
  });
});

describe("the verified level", () => {
  test("is that of the latest assessment up to the day that was verified by then", () => {
    const assessed = enterprise({
      assessments: [
        { level: 1, assessedOn: "2025-01-01", verifiedAt: at("2025-01-10") },
        { level: 3, assessedOn: "2025-06-01", verifiedAt: at("2025-06-20") },
        { level: 5, assessedOn: "2025-06-10", verifiedAt: null },
        { level: 4, assessedOn: "2025-07-01", verifiedAt: at("2025-07-02") },
      ],
    });
    expect(verifiedLevel(assessed, day, at("2025-06-19"))).toBe(1);
    expect(verifiedLevel(assessed, day, now)).toBe(3);
    expect(verifiedLevel(assessed, "2025-07-01", now)).toBe(4);
    expect(verifiedLevel(assessed, "2024-12-31", now)).toBeUndefined();
  });
});

describe("the SME share", () => {
  const enterprises = [
    enterprise(),
    enterprise({ assessments: [{ level: 1, assessedOn: "2025-03-01", verifiedAt: at("2025-03-10") }] }),
    enterprise({ assessments: [{ level: 0, assessedOn: "2025-03-01", verifiedAt: at("2025-03-10") }] }),
    enterprise({ assessments: [] }),
    enterprise({ declarations: [] }),
    enterprise({ legalForm: "household" }),
    enterprise({ declarations: [{ effectiveOn: "2025-01-01", size: "large", recordedAt: at("2025-01-01") }] }),
  ];
  test("is given of the SMEs registered here and of the official number", () => {
    expect(smeShare(enterprises, day, now, { ...config, officialPopulation: 8 })).toEqual({
      registered: { counted: 2, of: 4, basisPoints: 5_000 },
      official: { counted: 2, of: 8, basisPoints: 2_500 },
      unsized: 1,
    });
  });
  test("with no official number entered has no figure of it", () => {
    expect(smeShare(enterprises, day, now, config).official).toBeNull();
  });
  test("of no SME is no figure", () => {
    expect(smeShare([], day, now, { ...config, officialPopulation: 0 })).toEqual({
      registered: { counted: 0, of: 0, basisPoints: null },
      official: { counted: 0, of: 0, basisPoints: null },
      unsized: 0,
    });
  });
  test("is lower in the strict view", () => {
    expect(smeShare(enterprises, day, now, { ...config, thresholdLevel: 2 }).registered.counted).toBe(1);
    expect(smeShare(enterprises, day, now, { ...config, thresholdLevel: 3 }).registered.counted).toBe(0);
  });
});

describe("properties", () => {
  const anyDay = fc.integer({ min: 0, max: 800 }).map((n) => addDays("2024-06-01", n));
  const instant = anyDay.map(at);
  // Days as they were held true one after the other: each until the next was recorded.
  const periods = fc
    .uniqueArray(fc.record({ validFrom: anyDay, validTo: fc.option(anyDay), recordedAt: instant }), {
      maxLength: 3,
      selector: ({ recordedAt }) => +recordedAt,
    })
    .map((known) => known.toSorted((one, other) => +one.recordedAt - +other.recordedAt))
    .map((known) => known.map((held, n) => ({ ...held, supersededAt: known[n + 1]?.recordedAt ?? null })));
  const coverages = fc.array(
    fc.record({
      schemeCounts: fc.boolean(),
      periods,
      revokedOn: fc.option(anyDay),
      revocationRecordedAt: fc.option(instant),
      coversFrom: anyDay,
      coversTo: fc.option(anyDay),
      coverageRecordedAt: instant,
      coverageEndRecordedAt: fc.option(instant),
    }),
    { maxLength: 3 },
  );
  const evidence = fc.record({
    id: fc.uuid(),
    kind: fc.constantFrom("officer-check" as const, "owner-claim" as const),
    verdict: fc.constantFrom("live" as const, "not-live" as const),
    observedAt: instant,
    recordedAt: instant,
  });
  const listings = fc.array(
    fc.record({
      recognisedFrom: anyDay,
      recognisedTo: fc.option(anyDay),
      confirmationWindowDays: fc.integer({ min: 1, max: 365 }),
      evidence: fc.array(evidence, { maxLength: 3 }),
    }),
    { maxLength: 3 },
  );
  const products = fc.array(
    fc.record({
      registeredOn: anyDay,
      registeredRecordedAt: instant,
      withdrawnOn: fc.option(anyDay),
      withdrawnRecordedAt: fc.option(instant),
      coverages,
      listings,
    }),
    { maxLength: 8 },
  );

  test("never more is counted than there is, and the basis points are those of the counts", () => {
    fc.assert(
      fc.property(products, anyDay, instant, (list, on, knownAt) => {
        const { counted, of, basisPoints } = listingShare(list, on, knownAt);
        expect(counted).toBeLessThanOrEqual(of);
        expect(of).toBeLessThanOrEqual(list.length);
        if (basisPoints === null) expect(of).toBe(0);
        else expect(counted * 10_000 - basisPoints * of).toSatisfy((rest: number) => rest >= 0 && rest < of);
      }),
    );
  });
  test("the counts of two groups of products add up to the count of both", () => {
    fc.assert(
      fc.property(products, products, anyDay, instant, (some, others, on, knownAt) => {
        const [a, b, both] = [some, others, [...some, ...others]].map((list) => listingShare(list, on, knownAt));
        expect(both).toEqual(shareOf((a?.counted ?? 0) + (b?.counted ?? 0), (a?.of ?? 0) + (b?.of ?? 0)));
      }),
    );
  });
  test("listing the same product on one more marketplace never lowers the share", () => {
    fc.assert(
      fc.property(products, listings, anyDay, instant, (list, more, on, knownAt) => {
        const widened = list.map((item) => ({ ...item, listings: [...item.listings, ...more] }));
        const before = listingShare(list, on, knownAt);
        const after = listingShare(widened, on, knownAt);
        expect(after.of).toBe(before.of);
        expect(after.counted).toBeGreaterThanOrEqual(before.counted);
      }),
    );
  });
  const correct = (known: readonly PeriodFacts[], recordedAt: Date): PeriodFacts[] => [
    ...known.map((held) => ({ ...held, supersededAt: held.supersededAt ?? recordedAt })),
    period({ validFrom: "2024-06-01", validTo: "2024-06-01", recordedAt }),
  ];
  test("what is recorded after a report was made does not change that report", () => {
    fc.assert(
      fc.property(
        products,
        products,
        coverages,
        listings,
        anyDay,
        instant,
        (list, added, moreCoverages, moreListings, on, knownAt) => {
          const afterwards = addDays("2026-08-15", 1);
          const unknownYet = at(afterwards);
          const grown = [
            ...list.map((item) => ({
              ...item,
              withdrawnOn: item.withdrawnOn ?? "2024-06-01",
              withdrawnRecordedAt: item.withdrawnOn === null ? unknownYet : item.withdrawnRecordedAt,
              coverages: [
                ...item.coverages
                  .map((held) =>
                    held.revokedOn === null
                      ? { ...held, revokedOn: "2024-06-01", revocationRecordedAt: unknownYet }
                      : held,
                  )
                  .map((held) => ({ ...held, periods: correct(held.periods, unknownYet) })),
                ...moreCoverages.map((extra) => ({ ...extra, periods: [period({ recordedAt: unknownYet })] })),
              ],
              listings: [
                ...item.listings,
                ...moreListings.map((extra) => ({
                  ...extra,
                  evidence: extra.evidence.map((proof) => ({ ...proof, recordedAt: unknownYet })),
                })),
              ],
            })),
            ...added.map((item) => ({ ...item, registeredRecordedAt: unknownYet })),
          ];
          expect(listingShare(grown, on, knownAt)).toEqual(listingShare(list, on, knownAt));
        },
      ),
    );
  });
  test("a higher threshold never raises the SME share", () => {
    const enterprises = fc.array(
      fc.record({
        legalForm: fc.constantFrom(...legalForms),
        registeredOn: anyDay,
        registeredRecordedAt: instant,
        declarations: fc.array(
          fc.record({ effectiveOn: anyDay, size: fc.constantFrom(...enterpriseSizes), recordedAt: instant }),
          { maxLength: 3 },
        ),
        assessments: fc.array(fc.record({ level: fc.nat(5), assessedOn: anyDay, verifiedAt: fc.option(instant) }), {
          maxLength: 3,
        }),
      }),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(enterprises, anyDay, instant, fc.nat(5), (list, on, knownAt, level) => {
        const lenient = smeShare(list, on, knownAt, { ...config, thresholdLevel: level }).registered;
        const strict = smeShare(list, on, knownAt, { ...config, thresholdLevel: level + 1 }).registered;
        expect(strict.of).toBe(lenient.of);
        expect(strict.counted).toBeLessThanOrEqual(lenient.counted);
      }),
    );
  });
});
