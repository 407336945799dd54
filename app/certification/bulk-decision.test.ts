import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type BulkCandidate,
  bulkActions,
  bulkStatuses,
  bulkWorkflow,
  type DecisionDocument,
  isBulkOver,
  misfitOf,
  nextBulkStatus,
} from "./bulk-decision";

describe("the steps of a bulk decision", () => {
  const open: Record<string, string> = {
    "open start": "running",
    "open cancel": "cancelled",
    "running pause": "paused",
    "running cancel": "cancelled",
    "running finish": "finished",
    "running fail": "failed",
    "paused resume": "running",
    "paused cancel": "cancelled",
  };
  const cases = bulkStatuses.flatMap((status) => bulkActions.map((action) => ({ status, action })));
  test.each(cases)("$action when $status", ({ status, action }) => {
    const next = open[`${status} ${action}`];
    expect(nextBulkStatus(status, action)).toEqual(
      next ? { ok: true, value: next } : { ok: false, code: "notAllowed" },
    );
  });
  test("every status is reached, and what is finished, cancelled or failed stays so", () => {
    const reached = new Set(Object.values(bulkWorkflow).flatMap((steps) => Object.values(steps)));
    expect([...reached, "open"].sort()).toEqual([...bulkStatuses].sort());
    expect(bulkStatuses.filter(isBulkOver)).toEqual(["finished", "cancelled", "failed"]);
  });
});

const today = "2026-03-02";
const document: DecisionDocument = {
  number: "812/QĐ-UBND",
  day: "2026-02-10",
  awards: ["3-star", "4-star"],
  levels: ["3-star", "4-star", "5-star"],
  validityMonths: 36,
};
const fitting: BulkCandidate = {
  number: "812-07/GCN",
  level: "3-star",
  issuedOn: "2026-02-10",
  validFrom: "2026-02-10",
  validTo: "2029-02-09",
  hasScan: true,
  products: [{ status: "registered" }],
  suspicions: [],
};
const misfit = (given: Partial<BulkCandidate>, by: Partial<DecisionDocument> = {}) =>
  misfitOf({ ...fitting, ...given }, { ...document, ...by }, today);

describe("whether a certificate fits the document", () => {
  test("one of its day and level, with scan and registered products, fits", () => {
    expect(misfit({})).toBeNull();
    expect(misfit({ level: null, validTo: null }, { levels: [], awards: [], validityMonths: null })).toBeNull();
  });
  test.each<[string, Partial<BulkCandidate>, string]>([
    ["without a scan", { hasScan: false }, "missingScan"],
    ["without a product", { products: [] }, "missingData"],
    ["on a product that is not registered", { products: [{ status: "draft" }] }, "missingData"],
    ["without a level where the scheme has levels", { level: null }, "missingData"],
    ["of a level that the scheme does not know", { level: "6-star" }, "missingData"],
    ["with its days in reverse", { validTo: "2026-01-01" }, "missingData"],
    ["of a level that the document does not award", { level: "5-star" }, "levelDiffers"],
    ["issued on another day", { issuedOn: "2026-02-09" }, "dayDiffers"],
    ["with a scan that looks like another's", { suspicions: [{ kind: "sameScan" }] }, "suspicion"],
    ["with a number that another enterprise has too", { suspicions: [{ kind: "sameNumber" }] }, "suspicion"],
  ])("one %s does not", (_, given, reason) => expect(misfit(given)).toBe(reason));
  test("that others bear the document's own number, however it is spelt, is no suspicion; any other doubt still is", () => {
    const shared = { number: "812/qđ ubnd", suspicions: [{ kind: "sameNumber" as const }] };
    expect(misfit(shared, { number: "812/QĐUBND" })).toBeNull();
    expect(misfit({ ...shared, suspicions: [...shared.suspicions, { kind: "unusualNumber" }] })).toBe("suspicion");
  });
});

describe("whatever comes", () => {
  const day = fc.constantFrom("2026-02-09", "2026-02-10", "2026-02-11", "2026-03-03");
  // Mostly a certificate that fits, with some of it changed.
  const changed = {
    number: fc.constantFrom("812/QĐ-UBND", "1/GCN"),
    level: fc.constantFrom(null, "3-star", "4-star", "5-star", "6-star"),
    issuedOn: day,
    validFrom: day,
    validTo: fc.constantFrom(null, "2026-01-01", "2029-02-09"),
    hasScan: fc.boolean(),
    products: fc.array(fc.record({ status: fc.constantFrom("draft", "registered", "withdrawn") }), { maxLength: 3 }),
    suspicions: fc.array(
      fc.record({ kind: fc.constantFrom("sameScan" as const, "sameNumber" as const, "claim" as const) }),
    ),
  };
  const candidates = fc.record(changed, { requiredKeys: [] }).map((given): BulkCandidate => ({ ...fitting, ...given }));

  test("nothing fits that a single decision would have to send back", () => {
    fc.assert(
      fc.property(candidates, (candidate) => {
        const isFaulty =
          !candidate.hasScan ||
          candidate.products.length === 0 ||
          candidate.products.some(({ status }) => status !== "registered") ||
          candidate.level === null ||
          !document.awards.includes(candidate.level) ||
          candidate.issuedOn !== document.day ||
          candidate.suspicions.some(({ kind }) => kind !== "sameNumber");
        expect(isFaulty && misfitOf(candidate, document, today) === null).toBe(false);
      }),
    );
  });
  test("a further suspicion never makes a certificate fit", () => {
    fc.assert(
      fc.property(candidates, (candidate) => {
        fc.pre(misfitOf(candidate, document, today) !== null);
        const doubted = { ...candidate, suspicions: [...candidate.suspicions, { kind: "sameScan" as const }] };
        expect(misfitOf(doubted, document, today)).not.toBeNull();
      }),
    );
  });
});
