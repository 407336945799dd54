import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { vocabularyProblems } from "../../tests/schema-org";
import { type DescribedCertificate, type DescribedProduct, productData } from "./product-data";

const origin = "https://lensan.example";
const today = "2026-11-22";
const ocop: DescribedCertificate = {
  code: "abcd2345",
  schemeVi: "Sản phẩm OCOP",
  issuerVi: "UBND tỉnh",
  number: "12/QĐ-UBND",
  level: "4-star",
  issuedOn: "2025-01-05",
  validFrom: "2025-01-10",
  validTo: "2028-01-09",
  revokedOn: null,
};
const product: DescribedProduct = {
  code: "wxyz6789",
  name: "Nem chợ Huyện",
  description: "Nem chua lá ổi.",
  price: 50_000,
  gtin: "8930000000012",
  enterpriseCode: "mnpq2345",
  enterpriseName: "Cơ sở Nem (demo)",
  photos: [{ fileId: "00000000-0000-4000-8000-000000000001" }],
  certificates: [ocop],
};
const certified = (changes: Partial<DescribedCertificate>, day = today) =>
  JSON.parse(JSON.stringify(productData({ ...product, certificates: [{ ...ocop, ...changes }] }, day, origin)))
    .hasCertification[0] as Record<string, unknown>;

describe("what programs read of a product", () => {
  test("all of it is in the vocabulary of schema.org, with values of the right kind", () => {
    expect(vocabularyProblems(productData(product, today, origin))).toEqual([]);
  });
  test("so is every product, however little or much is known of it", () => {
    const day = fc.constantFrom("2024-02-29", "2025-06-01", "2027-12-31");
    const text = fc.string({ minLength: 1 });
    const certificate: fc.Arbitrary<DescribedCertificate> = fc.record({
      code: fc.constant("abcd2345"),
      schemeVi: text,
      issuerVi: text,
      number: text,
      level: fc.constantFrom(null, "3-star", "province"),
      issuedOn: day,
      validFrom: day,
      validTo: fc.option(day),
      revokedOn: fc.option(day),
    });
    const any = fc.record({
      code: fc.constant("wxyz6789"),
      name: text,
      description: fc.string(),
      price: fc.option(fc.nat()),
      gtin: fc.option(fc.constant("8930000000012")),
      enterpriseCode: fc.constant("mnpq2345"),
      enterpriseName: text,
      photos: fc.array(fc.record({ fileId: fc.uuid() }), { maxLength: 3 }),
      certificates: fc.array(certificate, { maxLength: 3 }),
    });
    fc.assert(
      fc.property(any, day, (each, on) => {
        expect(vocabularyProblems(productData(each, on, origin))).toEqual([]);
      }),
    );
  });
  test("the check itself finds wrong properties, domains, days, addresses and statuses", () => {
    const wrong = {
      "@context": "https://schema.org",
      "@type": "Product",
      name: 5,
      validFrom: "2025-01-01",
      colour: "red",
      url: "/san-pham/x",
      hasCertification: { "@type": "Certification", certificationStatus: "valid", expires: "31/12/2025" },
    };
    expect(vocabularyProblems(wrong)).toEqual([
      "/name: not Text",
      "/validFrom: not of Product",
      "/colour: unknown property",
      "/url: not URL",
      "/hasCertification/certificationStatus: not CertificationStatusEnumeration",
      "/hasCertification/expires: not Date or DateTime",
    ]);
  });
  test("a certificate is named with issuer, number, stars, days and the address where it is checked", () => {
    expect(certified({})).toMatchObject({
      name: "Sản phẩm OCOP",
      certificationIdentification: "12/QĐ-UBND",
      certificationStatus: "https://schema.org/CertificationActive",
      certificationRating: { ratingValue: 4, bestRating: 5 },
      validFrom: "2025-01-10",
      expires: "2028-01-09",
      url: "https://lensan.example/kiem-tra/abcd2345",
    });
  });
  test("levels that are no stars are no rating", () => {
    expect(certified({ level: "province" })).not.toHaveProperty("certificationRating");
  });
  test.each([
    ["before its first day", {}, "2025-01-09", "Inactive", "2028-01-09"],
    ["on its last day", {}, "2028-01-09", "Active", "2028-01-09"],
    ["the day after", {}, "2028-01-10", "Inactive", "2028-01-09"],
    ["the day before a revocation", { revokedOn: "2026-06-01" }, "2026-05-31", "Active", "2028-01-09"],
    ["from a revocation on", { revokedOn: "2026-06-01" }, "2026-06-01", "Inactive", "2026-05-31"],
  ])("its status and end %s", (_name, changes, day, status, expires) => {
    expect(certified(changes, day)).toMatchObject({
      certificationStatus: `https://schema.org/Certification${status}`,
      expires,
    });
  });
  test("one without an end names none", () => {
    expect(certified({ validTo: null })).not.toHaveProperty("expires");
  });
});
