import { describe, expect, test } from "vitest";
import {
  type ClaimedCertificate,
  checkCertificate,
  claimErrors,
  missingForSubmission,
  validToOf,
} from "./check-certificate";

const stars = { validityMonths: 36, levels: ["3-star", "4-star"] };
const plain = { validityMonths: null, levels: [] };
const today = "2026-11-22";
const claim = (changes: Partial<ClaimedCertificate> = {}): ClaimedCertificate => ({
  level: "3-star",
  issuedOn: "2025-03-01",
  validFrom: "2025-03-01",
  validTo: "2028-02-29",
  ...changes,
});
const codes = (...parameters: Parameters<typeof checkCertificate>) =>
  checkCertificate(...parameters).map(({ severity, code }) => `${severity} ${code}`);

describe("what was copied from a certificate", () => {
  test("a plausible certificate has nothing against it", () => {
    expect(codes(claim(), stars, today)).toEqual([]);
  });

  test("a scheme with levels wants one", () => {
    expect(codes(claim({ level: null }), stars, today)).toEqual(["error certificate.levelMissing"]);
  });

  test("a level that the scheme does not have is refused", () => {
    expect(codes(claim({ level: "6-star" }), stars, today)).toEqual(["error certificate.levelUnknown"]);
    expect(codes(claim({ level: "3-star", validTo: null }), plain, today)).toContain("error certificate.levelUnknown");
  });

  test("a scheme without levels wants none", () => {
    expect(codes(claim({ level: null }), plain, today)).not.toContain("error certificate.levelMissing");
  });

  test("what speaks against its dates is said too", () => {
    expect(codes(claim({ issuedOn: "2026-11-23" }), stars, today)).toContain("error certificate.issuedInFuture");
  });
});

describe("the last day", () => {
  test("is the one typed", () => {
    expect(validToOf("2026-12-31", "2025-03-01", stars)).toBe("2026-12-31");
  });

  test("or follows from the scheme where none was typed", () => {
    expect(validToOf(undefined, "2025-03-01", stars)).toBe("2028-02-29");
    expect(validToOf(undefined, "2025-03-01", plain)).toBeNull();
  });
});

describe("before it can be submitted, a certificate needs", () => {
  const registered = [{ status: "registered" }];
  test.each([
    ["nothing more when it has a scan and registered products", true, registered, []],
    ["its scan", false, registered, ["scan"]],
    ["a product", true, [], ["products"]],
    ["all its products registered", true, [...registered, { status: "draft" }], ["registeredProducts"]],
  ])("%s", (_, hasScan, products, missing) => {
    expect(missingForSubmission({ hasScan, products })).toEqual(missing);
  });
});

test("every mistake of a typed certificate is named at once, at its field", () => {
  const typed = { issuedOn: "2030-01-01", validFrom: "2026-06-01", validTo: "2026-05-01" };
  expect(claimErrors(typed, stars, today)).toEqual(
    expect.arrayContaining([
      { field: "issuedOn", code: "issuedInFuture" },
      { field: "validTo", code: "datesReversed" },
      { field: "level", code: "levelMissing" },
    ]),
  );
});
