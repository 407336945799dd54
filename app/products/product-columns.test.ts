import { describe, expect, test } from "vitest";
import type { Cell } from "~/platform/sheets/sheet";
import { ignoredProductColumns, productColumns } from "./product-columns";

const read = (name: string, cell: Cell) => productColumns.find((column) => column.name === name)?.read(cell);

describe("a group", () => {
  test.each([
    ["Thực phẩm", "food"],
    ["do uong", "beverage"],
    ["HÀNG THỦ CÔNG MỸ NGHỆ", "handicraft"],
    ["tourism", "tourism"],
    ["other", "other"],
  ])("%s is read as %s", (written, group) => {
    expect(read("group", written)).toEqual({ ok: true, value: group });
  });

  test("that is nearly one is refused with the right word, another without", () => {
    expect(read("group", "Thực phẩm khô")).toEqual({
      ok: false,
      code: "products:import.groupUnknown",
      suggestion: "Thực phẩm",
    });
    expect(read("group", "Xây dựng")).toEqual({ ok: false, code: "products:import.groupUnknown" });
    expect(read("group", "#N/A")).toEqual({ ok: false, code: "platform:cell.error" });
  });
});

describe("a price", () => {
  test("is read as people and as spreadsheets write it", () => {
    expect(read("price", "1.234.567")).toEqual({ ok: true, value: 1_234_567 });
    expect(read("price", "85.000 đ")).toEqual({ ok: true, value: 85_000 });
    expect(read("price", 85_000)).toEqual({ ok: true, value: 85_000 });
  });

  test("that is negative, broken, too high or no number is refused", () => {
    expect(read("price", -1)).toEqual({ ok: false, code: "products:price.negative" });
    expect(read("price", 0.5)).toEqual({ ok: false, code: "products:price.fraction" });
    expect(read("price", 1e13)).toEqual({ ok: false, code: "products:price.tooHigh" });
    expect(read("price", "rẻ")).toEqual({ ok: false, code: "products:price.format" });
    expect(read("price", { day: "2026-01-01" })).toEqual({ ok: false, code: "platform:cell.numberUnread" });
    expect(read("price", null)).toEqual({ ok: true, value: null });
  });
});

describe("a GTIN", () => {
  test("spoilt to scientific notation is refused with the remedy, one with lost zeros with the whole number", () => {
    expect(read("gtin", "8,93E+12")).toMatchObject({ ok: false, code: "platform:cell.codeSpoilt" });
    expect(read("gtin", "8935001800019")).toEqual({ ok: true, value: "8935001800019" });
    expect(read("gtin", 12345670)).toEqual({ ok: true, value: "12345670" });
    expect(read("gtin", "8935001800010")).toMatchObject({ ok: false, code: "platform:cell.gtinWrong" });
  });
});

test("texts longer than the portal keeps are refused, codes are compared in lower case", () => {
  expect(read("name", "x".repeat(301))).toEqual({ ok: false, code: "products:name.tooLong" });
  expect(read("unit", "x".repeat(51))).toEqual({ ok: false, code: "products:unit.tooLong" });
  expect(read("description", "x".repeat(5001))).toEqual({ ok: false, code: "products:description.tooLong" });
  expect(read("code", "AB23CD45")).toEqual({ ok: true, value: "ab23cd45" });
  expect(read("code", " ")).toEqual({ ok: true, value: null });
});

test("what a file does not decide about has a reason each", () => {
  for (const { aliases, reason } of ignoredProductColumns) {
    expect(aliases.length).toBeGreaterThan(0);
    expect(reason).toMatch(/^products:import\.ignored\./);
  }
});
