import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { reviewedProductFields, splitEdit } from "./product-change";

const current = {
  name: "Bún",
  group: "food",
  description: "",
  gtin: null,
  photos: ["a"],
  price: 50_000,
  unit: "gói",
};

describe("an edit of a verified product", () => {
  it("applies a new price at once and leaves nothing for an officer", () => {
    expect(splitEdit(current, { ...current, price: 60_000 })).toMatchObject({
      commercial: { price: 60_000, unit: "gói" },
      isCommercial: true,
      isReviewed: false,
    });
  });

  it("leaves name, group, description, barcode and photos to an officer", () => {
    for (const field of reviewedProductFields) {
      const changed = { ...current, [field]: "other" };
      expect(splitEdit(current, changed)).toMatchObject({ isCommercial: false, isReviewed: true });
    }
  });

  it("says so where nothing changed", () => {
    expect(splitEdit(current, { ...current })).toMatchObject({ isCommercial: false, isReviewed: false });
  });

  it("puts every field in one of the two parts and none in both", () => {
    fc.assert(
      fc.property(fc.record({ name: fc.string(), price: fc.nat(), unit: fc.string(), gtin: fc.string() }), (edit) => {
        const { commercial, reviewed } = splitEdit(current, edit);
        expect({ ...commercial, ...reviewed }).toEqual(edit);
        expect(Object.keys(commercial).filter((field) => field in reviewed)).toEqual([]);
      }),
    );
  });
});
