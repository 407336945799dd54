import { expect, test } from "vitest";
import { readDialect } from "./csv-dialect";

test.each([
  ["commas", "Mã,Tên,Giá\nA1,Rượu,1\n", ","],
  ["semicolons, with commas in the text", "Mã;Tên;Giá\nA1;Rượu, mật ong, nếp;1,5\nA2;Bún;2,5\n", ";"],
  ["tabs", "Mã\tTên\nA1\tRượu, nếp\n", "\t"],
  ["commas, with semicolons inside quotes", 'Mã,Tên\nA1,"a;b;c"\nA2,"d;e;f"\n', ","],
  ["semicolons below a letterhead", "UBND TỈNH, SỞ CÔNG THƯƠNG\n\nMã;Tên;Giá\nA1;x;1\nA2;y;2\n", ";"],
  ["the wider of two that fit as many lines", "a;b;c,d\n", ";"],
  ["old Mac line ends", "a\tb\rc\td\r", "\t"],
] as const)("cells are told apart by %s", (_, text, delimiter) => {
  expect(readDialect(text)).toBe(delimiter);
});

test("a table of one column is taken as set apart by commas", () => {
  expect(readDialect("Mã\nA1\nA2\n")).toBe(",");
});

test("Excel's own line sep= goes before what the lines look like", () => {
  expect(readDialect("sep=;\r\nMã,x;Tên,y\r\n")).toBe(";");
  expect(readDialect("sep=|\nMã\tTên\n")).toBe("\t");
});
