import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readGtin } from "./gtin";

/** GS1's check digit, written out here to test the library against: weights 3 and 1 from the right. */
const withCheckDigit = (front: string) => {
  const sum = [...front]
    .reverse()
    .reduce((total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 3 : 1), 0);
  return front + ((10 - (sum % 10)) % 10);
};

const gtin = fc
  .oneof(...[7, 11, 12, 13].map((length) => fc.stringMatching(new RegExp(`^\\d{${length}}$`))))
  .filter((front) => /[1-9]/.test(front))
  .map(withCheckDigit);

describe("a GTIN", () => {
  test.each(["8931234567897", "8936000000011", "96385074", "036000291452", "10012345678902"])(
    "%s is valid",
    (digits) => {
      expect(readGtin(digits)).toEqual({ ok: true, value: digits });
    },
  );
  test("may be typed in groups", () => {
    expect(readGtin(" 8 931234-567897 ")).toEqual({ ok: true, value: "8931234567897" });
  });
  test("every number with the right check digit is read, and with any one digit changed it is refused", () => {
    fc.assert(
      fc.property(gtin, fc.nat(13), fc.integer({ min: 1, max: 9 }), (digits, at, shift) => {
        expect(readGtin(digits)).toEqual({ ok: true, value: digits });
        const position = at % digits.length;
        const changed = (Number(digits.charAt(position)) + shift) % 10;
        expect(readGtin(digits.slice(0, position) + changed + digits.slice(position + 1)).ok).toBe(false);
      }),
    );
  });
});

describe("what is refused", () => {
  test.each([
    ["", "gtin.empty"],
    ["  ", "gtin.empty"],
    ["8,93E+12", "gtin.spoiltBySpreadsheet"],
    ["8.93123E+12", "gtin.spoiltBySpreadsheet"],
    ["9e12", "gtin.spoiltBySpreadsheet"],
    ["8931234567890", "gtin.checkDigit"],
    ["893123456789", "gtin.checkDigit"],
    ["89312345678", "gtin.length"],
    ["893123456789712", "gtin.length"],
    ["0000000000000", "gtin.format"],
    ["893123456789A", "gtin.format"],
    ["8931234567897.0", "gtin.format"],
  ])("'%s' with %s", (input, code) => {
    expect(readGtin(input)).toEqual({ ok: false, code });
  });
  test("no text whatever makes it fail in any other way", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: "binary" }), fc.stringMatching(/^[\dE+., -]{0,16}$/)), (input) => {
        const read = readGtin(input);
        expect(read.ok ? read.value : read.code).toMatch(read.ok ? /^\d{8,14}$/ : /^gtin\./);
      }),
    );
  });
});
