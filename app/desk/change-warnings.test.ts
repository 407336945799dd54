import { describe, expect, it } from "vitest";
import { changeWarnings } from "./change-warnings";

const today = "2026-03-02";
const productId = "00000000-0000-4000-8000-000000000001";
const span = { productId, from: "2025-01-10", to: null };

describe("before a certificate is changed, an officer is warned", () => {
  it("that a product leaves in the past", () => {
    const before = { scope: [span] };
    expect(changeWarnings(before, { scope: [{ ...span, to: "2026-01-31" }] }, today)).toEqual(["leavesInPast"]);
    expect(changeWarnings(before, { scope: [{ ...span, to: "2026-03-31" }] }, today)).toEqual([]);
  });

  it("that it begins later or ends sooner than was verified", () => {
    const before = { validFrom: "2025-01-10", validTo: "2028-01-09" };
    expect(changeWarnings(before, { validFrom: "2025-02-10" }, today)).toEqual(["beginsLater"]);
    expect(changeWarnings(before, { validFrom: "2025-01-01" }, today)).toEqual([]);
    expect(changeWarnings(before, { validTo: "2027-01-09" }, today)).toEqual(["shortened"]);
    expect(changeWarnings(before, { validTo: "2028-06-09" }, today)).toEqual([]);
    expect(changeWarnings({ validTo: null }, { validTo: "2028-06-09" }, today)).toEqual(["shortened"]);
    expect(changeWarnings(before, { validTo: null }, today)).toEqual([]);
  });

  it("of nothing where only the number is corrected, or what is kept cannot be read", () => {
    expect(changeWarnings({ number: "1" }, { number: "2" }, today)).toEqual([]);
    expect(changeWarnings({ scope: "?" }, { scope: "?" }, today)).toEqual([]);
  });
});
