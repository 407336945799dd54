import { expect, test } from "vitest";
import { journalDetails, mandateOf, recognitionOf } from "./journal-details";

test("what changed stands side by side, what stayed the same is left out", () => {
  const data = { before: { name: "Mắm A", price: 1000 }, after: { name: "Mắm B", price: 1000, unit: "chai" } };
  expect(journalDetails(data)).toEqual([
    { field: "name", before: "Mắm A", after: "Mắm B" },
    { field: "unit", before: null, after: "chai" },
  ]);
});

test("what was only there before is shown as gone", () => {
  expect(journalDetails({ before: { level: "4" }, after: { level: null } })).toEqual([
    { field: "level", before: "4", after: null },
  ]);
});

test("what the change does not touch is not shown as gone", () => {
  const data = { before: { marketplace: "shopee", key: "1.2" }, after: { removedAt: "2026-03-01T02:00:00.000Z" } };
  expect(journalDetails(data)).toEqual([
    { field: "marketplace", before: null, after: "shopee" },
    { field: "key", before: null, after: "1.2" },
    { field: "removedAt", before: null, after: "2026-03-01T02:00:00.000Z" },
  ]);
});

test("what was discarded is shown as gone", () => {
  expect(journalDetails({ before: { name: "Mắm A" } })).toEqual([{ field: "name", before: "Mắm A", after: null }]);
});

test("other words of an entry stand as they were said; nothing is said by an empty one", () => {
  expect(journalDetails({ reason: "wrong", sessionsEnded: 2, note: "", counts: [1, 2] })).toEqual([
    { field: "reason", before: null, after: "wrong" },
    { field: "sessionsEnded", before: null, after: "2" },
    { field: "counts", before: null, after: "[1,2]" },
  ]);
});

test("a personal number used as tax code is masked, also inside other data", () => {
  const data = { after: { taxCode: "052085001234", owner: { taxCode: "052085001234" }, other: { taxCode: 7 } } };
  expect(journalDetails(data).map(({ after }) => after)).toEqual([
    "052••••••234",
    '{"taxCode":"052••••••234"}',
    '{"taxCode":7}',
  ]);
});

test("what was done on behalf of an enterprise names the mandate, apart from the other words", () => {
  const data = { after: { name: "Mắm A" }, onBehalf: { mandateId: "m1" } };
  expect(mandateOf(data)).toBe("m1");
  expect(journalDetails(data)).toEqual([{ field: "name", before: null, after: "Mắm A" }]);
  expect(mandateOf({ after: {} })).toBeNull();
  expect(mandateOf({ onBehalf: { mandateId: 7 } })).toBeNull();
  expect(mandateOf(null)).toBeNull();
});

test("very long values are cut", () => {
  expect(journalDetails({ text: "a".repeat(600) })[0]?.after).toBe(`${"a".repeat(500)}…`);
});

test("an entry whose data is no object has no details", () => {
  expect(journalDetails(null)).toEqual([]);
  expect(journalDetails([1])).toEqual([]);
  expect(journalDetails("text")).toEqual([]);
});

test("the signed decision on which an entry rests is named apart from the other words; another decision is one of them", () => {
  const decision = { id: "r1", number: "812/QĐ-UBND", day: "2026-02-10", issuer: "UBND tỉnh", paperId: "p1" };
  const { id: _, ...named } = decision;
  const data = { after: { status: "verified" }, decision };
  expect(recognitionOf(data)).toEqual(named);
  expect(journalDetails(data)).toEqual([{ field: "status", before: null, after: "verified" }]);
  expect(recognitionOf({ decision: { ...decision, paperId: undefined } })).toEqual({ ...named, paperId: null });
  for (const spoilt of [{ number: 7 }, { day: null }, { issuer: undefined }]) {
    expect(recognitionOf({ decision: { ...decision, ...spoilt } })).toBeNull();
  }
  expect(recognitionOf(null)).toBeNull();
  expect(recognitionOf({ decision: "verify" })).toBeNull();
  expect(journalDetails({ decision: "verify" })).toEqual([{ field: "decision", before: null, after: "verify" }]);
});
