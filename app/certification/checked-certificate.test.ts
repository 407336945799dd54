import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays } from "~/platform/day";
import { type CheckableCertificate, checkedOn } from "./checked-certificate";

const certificate: CheckableCertificate = {
  code: "abcd2345",
  schemeVi: "OCOP",
  schemeEn: "OCOP",
  issuerVi: "UBND tỉnh",
  issuerEn: "Province",
  number: "12/QĐ-UBND",
  level: "3-star",
  issuedOn: "2024-01-05",
  validFrom: "2024-01-10",
  validTo: "2027-01-09",
  revokedOn: null,
  enterpriseName: "Cơ sở (demo)",
  revocationReason: null,
  products: [{ name: "Nem", from: "2024-01-01", to: null }],
  renewal: null,
};

describe("what anyone is told of a certificate", () => {
  test.each([
    ["2024-01-09", "not-yet-valid"],
    ["2024-01-10", "valid"],
    ["2027-01-09", "valid"],
    ["2027-01-10", "expired"],
  ])("on %s it is %s", (day, standing) => {
    expect(checkedOn(day, certificate)).toMatchObject({ standing, lastDay: "2027-01-09", reason: null });
  });

  const revoked = { ...certificate, revokedOn: "2025-06-01", revocationReason: "conditions-lost" as const };
  test("a revocation to come is not told before its day", () => {
    expect(checkedOn("2025-05-31", revoked)).toMatchObject({
      standing: "valid",
      lastDay: "2027-01-09",
      revokedOn: null,
      reason: null,
      products: [{ to: "2027-01-09" }],
    });
  });
  test("from its day on the revocation is told with its category and its first day", () => {
    expect(checkedOn("2025-06-01", revoked)).toMatchObject({
      standing: "revoked",
      lastDay: "2025-05-31",
      revokedOn: "2025-06-01",
      reason: "conditions-lost",
      products: [{ to: "2025-05-31" }],
    });
  });
  test("a certificate without an end covers its products without an end", () => {
    expect(checkedOn("2030-01-01", { ...certificate, validTo: null })).toMatchObject({
      standing: "valid",
      lastDay: null,
      products: [{ name: "Nem", from: "2024-01-10", to: null }],
    });
  });
  test("a product is covered from when both hold to when either ends, and one that never was is left out", () => {
    const products = [
      { name: "Bánh", from: "2025-01-01", to: "2025-12-31" },
      { name: "Rượu", from: "2027-02-01", to: null },
    ];
    expect(checkedOn("2025-06-01", { ...certificate, products }).products).toEqual([
      { name: "Bánh", from: "2025-01-01", to: "2025-12-31" },
    ]);
  });
  test("a renewal is named, with the days that neither covers", () => {
    const renewal = { code: "wxyz6789", number: "13/QĐ-UBND", validFrom: "2027-01-12", validTo: null, revokedOn: null };
    expect(checkedOn("2027-02-01", { ...certificate, renewal }).renewal).toEqual({
      code: "wxyz6789",
      number: "13/QĐ-UBND",
      gap: { from: "2027-01-10", to: "2027-01-11", days: 2 },
    });
  });
  test("no product is ever shown as covered on a day on which the certificate does not hold", () => {
    const day = fc.integer({ min: -800, max: 2000 }).map((offset) => addDays("2024-01-10", offset));
    fc.assert(
      fc.property(day, fc.option(day), day, fc.option(day), (today, revokedOn, from, to) => {
        const { products, lastDay } = checkedOn(today, {
          ...certificate,
          revokedOn,
          products: [{ name: "Nem", from, to }],
        });
        for (const covered of products) {
          expect(covered.from >= certificate.validFrom).toBe(true);
          expect(lastDay !== null && covered.to !== null && covered.to <= lastDay).toBe(true);
        }
      }),
    );
  });
});
