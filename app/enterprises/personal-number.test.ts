import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isPersonalNumber, maskPersonalNumber, maskTaxCode } from "./personal-number";

const twelveDigits = fc.stringMatching(/^\d{12}$/);

describe("a personal number is plausible", () => {
  test.each([
    ["052085000123", "a man born in Bình Định in 1985"],
    ["064199000123", "a woman born in Gia Lai in 1999"],
    ["079203000123", "a man born in Hồ Chí Minh City in 2003"],
    ["123085000123", "a person born abroad"],
  ])("%s: %s", (value) => {
    expect(isPersonalNumber(value)).toBe(true);
    expect(isPersonalNumber(value, "2026-11-22")).toBe(true);
  });
  test.each([
    ["053085000123", "no province has code 053"],
    ["000085000123", "no province has code 000"],
    ["052485000123", "nobody born after 2099 yet"],
    ["05208500012", "eleven digits"],
    ["0520850001234", "thirteen digits"],
    ["05208500012a", "a letter"],
    ["", "nothing"],
  ])("%s is not: %s", (value) => {
    expect(isPersonalNumber(value)).toBe(false);
  });
  test("nobody was born in a year that has not come", () => {
    expect(isPersonalNumber("052226000123", "2026-01-01")).toBe(true);
    expect(isPersonalNumber("052227000123", "2026-12-31")).toBe(false);
    expect(isPersonalNumber("052227000123", "2027-01-01")).toBe(true);
  });
});

describe("masking", () => {
  test("the first and last three digits of a personal number stay readable", () => {
    expect(maskPersonalNumber("052085000123")).toBe("052••••••123");
  });
  test("a number of another length shows no digit at all", () => {
    expect(maskPersonalNumber("05208500")).toBe("••••••••");
  });
  test("an enterprise's tax code is public and stays as it is", () => {
    expect(maskTaxCode("4199900015")).toBe("4199900015");
    expect(maskTaxCode("4199900015-001")).toBe("4199900015-001");
  });
  test("of every twelve-digit tax code, plausible or not, six digits stay hidden", () => {
    fc.assert(
      fc.property(twelveDigits, (value) => {
        expect(maskTaxCode(value)).toMatch(/^\d{3}•{6}\d{3}$/);
        expect(value.startsWith(maskTaxCode(value).slice(0, 3))).toBe(true);
      }),
    );
  });
});
