import { expect, test } from "vitest";
import { showsDay } from "./number-format";

test.each([
  "dd/mm/yyyy",
  "d-m-yy",
  "[$-1010000]d/m/yyyy;@",
  '"ngày" dd "tháng" mm "năm" yyyy',
  "dd/mm/yyyy hh:mm",
  "mmm-yy",
])("%s shows a day", (code) => {
  expect(showsDay(164, code)).toBe(true);
});

test.each([
  "General",
  "0.00",
  "#,##0",
  "hh:mm:ss",
  "[h]:mm",
  "[Red]#,##0;(#,##0)",
  '#,##0 "đồng/day"',
  '_-* #,##0\\ "₫"_-',
  "#,##0\\ \\d",
  "_d0",
  "*y0",
  "",
  "0;dd/mm/yyyy",
])("%s shows no day", (code) => {
  expect(showsDay(164, code)).toBe(false);
});

test("the built-in formats of days are known, those of times and numbers are not days", () => {
  for (const id of [14, 15, 17, 22]) expect(showsDay(id, undefined)).toBe(true);
  for (const id of [0, 1, 3, 10, 18, 21, 45, 47, 49]) expect(showsDay(id, undefined)).toBe(false);
});
