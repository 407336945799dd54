import { describe, expect, test } from "vitest";
import type { ImportValue } from "~/imports/import-kind";
import { decideProductRow, indexProducts, type KnownProduct, splitUpdate } from "./product-row";

const product = (n: number, given: Partial<KnownProduct> = {}): KnownProduct => ({
  id: `id-${n}`,
  code: `code${n}`,
  group: "food",
  name: `Nem ${n}`,
  description: "",
  price: 1000,
  unit: "gói",
  gtin: null,
  status: "registered",
  version: 1,
  isReviewed: false,
  proposed: null,
  ...given,
});
const decide = (values: Record<string, ImportValue>, ...known: KnownProduct[]) =>
  decideProductRow({ number: 2, newId: "new", values }, indexProducts(known));
const codes = (decision: ReturnType<typeof decide>) => decision.problems.map(({ code }) => code);

describe("which product a row is about", () => {
  test("the one of its code, whatever its name says", () => {
    expect(decide({ code: "code1", name: "Khác", group: "food" }, product(1))).toMatchObject({
      outcome: "update",
      changes: ["name"],
    });
  });

  test("a code that the enterprise does not have is refused, never a new product", () => {
    expect(codes(decide({ code: "zzz", name: "Nem", group: "food" }, product(1)))).toEqual([
      "products:import.codeUnknown",
    ]);
  });

  test("the one of its GTIN, before any of its name", () => {
    const known = [product(1, { gtin: "8935001800019" }), product(2, { name: "Nem" })];
    expect(decide({ gtin: "8935001800019", name: "Nem" }, ...known).before?.id).toBe("id-1");
  });

  test("the one of its name without regard to case and diacritics; the row may bring its GTIN", () => {
    const found = decide({ name: "bun SONG than", gtin: "8935001800019" }, product(1, { name: "Bún Song Thằn" }));
    expect(found).toMatchObject({
      outcome: "update",
      changes: ["name", "gtin"],
      claims: ["id:id-1", "gtin:8935001800019"],
    });
  });

  test("goods of one name with different GTINs are different goods", () => {
    const found = decide(
      { name: "Nem 1", group: "food", gtin: "8935001800026" },
      product(1, { gtin: "8935001800019" }),
    );
    expect(found).toMatchObject({ outcome: "create", claims: ["gtin:8935001800026"], touches: ["name:nem 1"] });
  });

  test("several of one name are refused, and a withdrawn one's name is free", () => {
    const two = [product(1, { name: "Nem" }), product(2, { name: "Nem" })];
    expect(codes(decide({ name: "Nem" }, ...two))).toEqual(["products:import.nameAmbiguous"]);
    expect(decide({ name: "Nem", group: "food" }, product(1, { name: "Nem", status: "withdrawn" })).outcome).toBe(
      "create",
    );
  });
});

describe("a new product", () => {
  test("has what the row says and plain defaults for the rest", () => {
    expect(decide({ name: "Nem", group: "food" }).after).toEqual({
      name: "Nem",
      group: "food",
      description: "",
      price: null,
      unit: "",
      gtin: null,
    });
    expect(decide({ name: "Nem", group: "food", price: 5, gtin: "8935001800019" }).after).toMatchObject({
      price: 5,
      gtin: "8935001800019",
    });
  });

  test("needs a name and a group, each missing one named", () => {
    expect(codes(decide({}))).toEqual(["products:missing.name", "products:missing.group"]);
    expect(codes(decide({ name: "Nem" }))).toEqual(["products:missing.group"]);
  });
});

describe("a known product", () => {
  test("is left alone when the row says nothing new, or nothing", () => {
    expect(decide({ code: "code1", price: 1000 }, product(1))).toMatchObject({ outcome: "skip", claims: ["id:id-1"] });
  });

  test("is never changed once it is withdrawn, nor to another product's GTIN", () => {
    expect(codes(decide({ code: "code1", price: 5 }, product(1, { status: "withdrawn" })))).toEqual([
      "products:import.withdrawn",
    ]);
    const known = [product(1), product(2, { gtin: "8935001800019" })];
    expect(codes(decide({ code: "code1", gtin: "8935001800019" }, ...known))).toEqual(["products:gtin.taken"]);
  });

  test("under a verified certificate says that what an officer compared becomes a proposal; price alone does not", () => {
    const reviewed = product(1, { isReviewed: true });
    expect(codes(decide({ code: "code1", name: "Khác" }, reviewed))).toEqual(["products:import.proposed"]);
    expect(decide({ code: "code1", price: 5 }, reviewed)).toMatchObject({ outcome: "update", problems: [] });
  });

  test("with a proposal waiting is skipped when the row says the same, refused when it says something else", () => {
    const waiting = product(1, { isReviewed: true, proposed: { name: "Mới" } });
    expect(decide({ code: "code1", name: "Mới" }, waiting).outcome).toBe("skip");
    expect(decide({ code: "code1", name: "Mới", price: 5 }, waiting)).toMatchObject({
      outcome: "update",
      changes: ["price"],
    });
    expect(codes(decide({ code: "code1", name: "Khác" }, waiting))).toEqual(["products:import.proposalOpen"]);
  });
});

test("an update of a reviewed product is split into what is written and what is proposed", () => {
  const after = { ...product(1), name: "Mới", price: 5 };
  expect(splitUpdate(product(1), after)).toEqual({ written: after, proposed: null });
  expect(splitUpdate(product(1, { isReviewed: true }), after)).toMatchObject({
    written: { name: "Nem 1", price: 5 },
    proposed: { name: "Mới" },
  });
  expect(splitUpdate(product(1, { isReviewed: true }), { ...product(1), price: 5 }).proposed).toBeNull();
});
