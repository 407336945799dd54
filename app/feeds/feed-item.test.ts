import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formulaSafe, fromFormulaSafe } from "~/platform/sheets/formula-safe";
import { csvLines } from "./feed-csv.server";
import { csvCells, type FeedItem, feedFields } from "./feed-item";

const item: FeedItem = {
  productCode: "SP00001",
  productName: "Rượu Bàu Đá",
  group: "beverage",
  enterpriseName: "Công ty TNHH số 1 (demo)",
  area: "Phường Quy Nhơn",
  priceVnd: 120_000,
  gtin: null,
  marketplace: "shopee",
  listingKey: "1.2",
  listingUrl: "https://shopee.vn/product/1/2",
  status: "live",
  lastConfirmedAt: "2026-03-02T03:00:00.000Z",
  scheme: "ocop",
  certificateNumber: "12/QĐ-UBND",
  level: "4-star",
  validTo: "2027-02-28",
  productUrl: "https://lensan.example/san-pham/SP00001",
};
const readBack = (csv: string): string[][] =>
  parse(csv).map((cells: string[]) => cells.map((cell) => fromFormulaSafe(cell)));

describe("a cell of the CSV feed", () => {
  test("gives back exactly the text it stood for, whatever the text", () => {
    const text = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.string({ unit: fc.constantFrom("'", "=", "-", "@", "\t", "\r", "\n", '"', ",", "ế", "x") }),
    );
    fc.assert(
      fc.property(fc.array(text, { minLength: 2, maxLength: 4 }), (texts) => {
        expect(readBack(csvLines([texts.map(formulaSafe)]))).toEqual([texts]);
        for (const cell of texts.map(formulaSafe)) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
      }),
    );
  });
});

describe("an item of the CSV feed", () => {
  test("has one cell for each field, in the published order", () => {
    expect(Object.fromEntries(feedFields.map((field, place) => [field, csvCells(item)[place]]))).toEqual({
      ...item,
      priceVnd: "120000",
      gtin: "",
    });
    expect(Object.keys(item)).toEqual([...feedFields]);
  });
  test("says nothing with an empty cell", () => {
    const bare = csvCells({ ...item, priceVnd: null, level: null, validTo: null });
    expect(bare.filter((cell) => cell === "")).toHaveLength(4);
  });
});
