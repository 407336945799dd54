import { describe, expect, test } from "vitest";
import type { ImportValue } from "~/imports/import-kind";
import { type AddressedRow, addressRow, decideListing, type ListableProduct, type ListingWorld } from "./listing-row";

const product: ListableProduct = {
  id: "p1",
  code: "abc123",
  gtin: "8934588063060",
  enterpriseId: "e1",
  status: "registered",
  isOwn: false,
};
const shopee = {
  id: "m1",
  code: "shopee",
  name: "Shopee",
  hosts: ["shopee.vn"],
  recognisedFrom: "2021-01-01",
  recognisedTo: null,
};
const world: ListingWorld = { today: "2026-05-01", products: [product], marketplaces: [shopee] };
const url = "https://shopee.vn/product/123/456";
const address = (values: Record<string, ImportValue>, known = world) =>
  addressRow({ number: 2, newId: "new", values }, known);
const decide = (values: Record<string, ImportValue>, known = world, held: Parameters<typeof decideListing>[1] = []) =>
  decideListing(address(values, known), held);

describe("a row of listings", () => {
  test("is found by the product's code, else by its GTIN, and recognised by its address", () => {
    for (const values of [
      { code: "abc123", url },
      { gtin: "8934588063060", url },
    ])
      expect(decide(values)).toMatchObject({
        outcome: "create",
        subjectId: "new",
        claims: [expect.stringContaining("m1")],
      });
  });

  test("changes nothing where the product has this listing already, and is refused where another has it", () => {
    const { key } = address({ code: "abc123", url }) as AddressedRow;
    expect(decide({ code: "abc123", url }, world, [{ marketplaceId: "m1", key, productId: "p1" }]).outcome).toBe(
      "skip",
    );
    expect(decide({ code: "abc123", url }, world, [{ marketplaceId: "m1", key, productId: "p2" }])).toMatchObject({
      outcome: "refuse",
      problems: [{ field: "url", code: "listings:url.takenElsewhere", params: { marketplace: "Shopee" } }],
    });
    expect(decide({ code: "abc123", url }, world, [{ marketplaceId: "m2", key, productId: "p2" }]).outcome).toBe(
      "create",
    );
  });

  test.each([
    ["without code and GTIN", { url }, world, "listings:import.productMissing"],
    ["with a code nobody has", { code: "zzz", url }, world, "listings:import.productUnknown"],
    [
      "with a GTIN that several have",
      { gtin: "8934588063060", url },
      { ...world, products: [product, { ...product, id: "p2" }] },
      "listings:import.productAmbiguous",
    ],
    [
      "of the officer's own enterprise",
      { code: "abc123", url },
      { ...world, products: [{ ...product, isOwn: true }] },
      "platform:refusal.ownEnterprise",
    ],
    [
      "of a draft",
      { code: "abc123", url },
      { ...world, products: [{ ...product, status: "draft" as const }] },
      "listings:product.draft",
    ],
    ["of no marketplace", { code: "abc123", url: "https://example.com/x" }, world, "listings:url.unknownHost"],
    [
      "of a marketplace that does not count any more",
      { code: "abc123", url },
      { ...world, marketplaces: [{ ...shopee, recognisedTo: "2026-04-30" }] },
      "listings:import.notRecognised",
    ],
    [
      "of a marketplace that does not count yet",
      { code: "abc123", url },
      { ...world, marketplaces: [{ ...shopee, recognisedFrom: "2026-05-02" }] },
      "listings:import.notRecognised",
    ],
  ] as const)("%s is refused", (_, values, known, code) => {
    expect(decide(values, known)).toMatchObject({ outcome: "refuse", subjectId: null, problems: [{ code }] });
  });
});
