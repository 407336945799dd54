import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { looksLike, riskOf, type Suspicion, type SuspicionFacts, suspicionsOf } from "./suspicion";

const today = "2026-11-22";
const other = { certificateId: "c", number: "9/QĐ-UBND", enterpriseName: "Cơ sở khác" };
const plain: SuspicionFacts = {
  number: "123/QĐ-UBND",
  numberExample: "1234/QĐ-UBND",
  level: "3-star",
  levels: ["3-star", "4-star"],
  validityMonths: 36,
  issuedOn: "2026-01-10",
  validFrom: "2026-01-10",
  validTo: "2029-01-09",
  enterpriseClosedOn: null,
  sameNumber: [],
  sameScan: [],
};
const kinds = (facts: Partial<SuspicionFacts>) =>
  suspicionsOf({ ...plain, ...facts }, today).map((each) => (each.kind === "claim" ? each.code : each.kind));

describe("what a reviewer is shown", () => {
  test("nothing when everything is as usual", () => {
    expect(kinds({})).toEqual([]);
    expect(riskOf([])).toBe(0);
  });
  test.each<[string, Partial<SuspicionFacts>, string]>([
    ["the same scan elsewhere", { sameScan: [other] }, "sameScan"],
    ["the same number at another enterprise", { sameNumber: [other] }, "sameNumber"],
    ["an enterprise that closed today", { enterpriseClosedOn: today }, "enterpriseClosed"],
    ["a level that the scheme does not offer", { level: "6-star" }, "certificate.levelUnknown"],
    ["no level where the scheme has levels", { level: null }, "certificate.levelMissing"],
    ["a validity longer than the scheme's", { validTo: "2029-01-10" }, "certificate.longerThanScheme"],
    [
      "a validity that begins before the issue",
      { validFrom: "2026-01-09", validTo: "2029-01-08" },
      "certificate.validBeforeIssued",
    ],
    ["a number unlike the example", { number: "ABC" }, "unusualNumber"],
  ])("%s", (_name, facts, kind) => {
    expect(kinds(facts)).toEqual([kind]);
  });
  test("an enterprise that closes tomorrow is not suspicious yet", () => {
    expect(kinds({ enterpriseClosedOn: "2026-11-23" })).toEqual([]);
  });
  test("the gravest comes first, and all of it together is no more than the highest risk", () => {
    const all = suspicionsOf(
      { ...plain, sameScan: [other], sameNumber: [other], enterpriseClosedOn: today, number: "?", level: null },
      today,
    );
    expect(all.map(({ kind }) => kind)).toEqual([
      "sameScan",
      "enterpriseClosed",
      "sameNumber",
      "claim",
      "unusualNumber",
    ]);
    expect(riskOf(all)).toBe(9);
  });
  test("one more suspicion never lowers the risk", () => {
    const suspicion: fc.Arbitrary<Suspicion> = fc.constantFrom(
      { kind: "sameScan" as const, others: [other] },
      { kind: "sameNumber" as const, others: [other] },
      { kind: "unusualNumber" as const, example: "1" },
    );
    fc.assert(
      fc.property(fc.array(suspicion, { maxLength: 8 }), suspicion, (some, more) => {
        expect(riskOf([...some, more])).toBeGreaterThanOrEqual(riskOf(some));
      }),
    );
  });
});

describe("a number beside its scheme's example", () => {
  test.each([
    ["7/QĐ-UBND", "1234/QĐ-UBND"],
    ["1234 / qd – ubnd", "1234/QĐ-UBND"],
    ["Số 1234/QĐ-UBND ngày 5", "1234/QĐ-UBND"],
    ["VietGAP-TT-13-09-68-0097", "VietGAP-TT-13-09-68-0096"],
    ["anything at all", ""],
  ])("%s looks like %s", (number, example) => {
    expect(looksLike(number, example)).toBe(true);
  });
  test.each([
    ["QĐ-UBND", "1234/QĐ-UBND"],
    ["1234", "1234/QĐ-UBND"],
    ["VietGAP", "VietGAP-TT-13-09-68-0096"],
  ])("%s does not look like %s", (number, example) => {
    expect(looksLike(number, example)).toBe(false);
  });
});
