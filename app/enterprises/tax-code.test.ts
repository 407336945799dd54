import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readTaxCode } from "./tax-code";

const weights = [31, 29, 23, 19, 17, 13, 7, 5, 3];

/** The check digit as the tax administration defines it, written out here to test the library against; 10 is never issued. */
const checkDigit = (nine: string) =>
  10 - (weights.reduce((sum, weight, index) => sum + weight * Number(nine.charAt(index)), 0) % 11);

const issued = fc
  .tuple(fc.integer({ min: 1, max: 99 }), fc.integer({ min: 1, max: 9_999_999 }))
  .map(([province, serial]) => String(province).padStart(2, "0") + String(serial).padStart(7, "0"))
  .filter((nine) => checkDigit(nine) < 10)
  .map((nine) => nine + checkDigit(nine));

describe("the tax code of an enterprise", () => {
  test.each(["0100109106", "0300588569", "0314409058", "0100047516", "4100259564", "4199900015"])(
    "%s is valid",
    (value) => {
      expect(readTaxCode(value)).toEqual({
        ok: true,
        value: { value, kind: "enterprise", provincePrefix: value.slice(0, 2) },
      });
    },
  );
  test.each([" 4199900015 ", "41.99.900.015", "4199 900 015", "4199\u00a0900015", "４１９９９０００１５"])(
    "'%s' is read as 4199900015",
    (input) => {
      expect(readTaxCode(input)).toMatchObject({ ok: true, value: { value: "4199900015" } });
    },
  );
  test("every issued code is read, and with any one digit changed it is refused", () => {
    fc.assert(
      fc.property(issued, fc.nat(9), fc.integer({ min: 1, max: 9 }), (code, position, shift) => {
        expect(readTaxCode(code)).toMatchObject({ ok: true, value: { value: code, kind: "enterprise" } });
        const changed = (Number(code.charAt(position)) + shift) % 10;
        expect(readTaxCode(code.slice(0, position) + changed + code.slice(position + 1)).ok).toBe(false);
      }),
    );
  });
  test("a serial whose check digit would be 10 is never issued", () => {
    fc.assert(
      fc.property(
        fc
          .integer({ min: 410000001, max: 419999999 })
          .map(String)
          .filter((nine) => checkDigit(nine) === 10),
        fc.nat(9),
        (nine, last) => {
          expect(readTaxCode(`${nine}${last}`)).toEqual({ ok: false, code: "taxCode.checkDigit" });
        },
      ),
    );
  });
});

describe("the tax code of a branch", () => {
  test.each(["0314409058-002", "0314409058002", "0314 409 058 - 002", "0314409058–002"])(
    "'%s' is stored with a hyphen",
    (input) => {
      expect(readTaxCode(input)).toEqual({
        ok: true,
        value: { value: "0314409058-002", kind: "branch", provincePrefix: "03" },
      });
    },
  );
  test("branches are numbered from 001", () => {
    expect(readTaxCode("0314409058-000")).toEqual({ ok: false, code: "taxCode.component" });
  });
});

describe("the tax code of a household", () => {
  test("is its representative's personal number, and tells no issuing province", () => {
    expect(readTaxCode("052 085 000 123")).toEqual({ ok: true, value: { value: "052085000123", kind: "personal" } });
  });
  test("an implausible personal number is refused", () => {
    expect(readTaxCode("053085000123")).toEqual({ ok: false, code: "taxCode.personalNumber" });
  });
  test("with today given, a birth in the future is refused", () => {
    expect(readTaxCode("052299000123", "2026-11-22")).toEqual({ ok: false, code: "taxCode.personalNumber" });
  });
});

describe("what is refused", () => {
  test.each([
    ["", "taxCode.empty"],
    [" . ", "taxCode.empty"],
    ["4199900016", "taxCode.checkDigit"],
    ["0000000000", "taxCode.component"],
    ["0000000011", "taxCode.component"],
    ["4100000000", "taxCode.component"],
    ["100109106", "taxCode.leadingZeroLost"],
    ["100109107", "taxCode.format"],
    ["41999000", "taxCode.format"],
    ["41-99900015", "taxCode.format"],
    ["4199900015-1", "taxCode.format"],
    ["4199900015--001", "taxCode.format"],
    ["MST 4199900015", "taxCode.format"],
    ["052085-000123", "taxCode.format"],
    ["4,2E+09", "taxCode.format"],
  ])("'%s' with %s", (input, code) => {
    expect(readTaxCode(input)).toEqual({ ok: false, code });
  });
  test("no text whatever makes it fail in any other way, and what it accepts it accepts again unchanged", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: "binary" }), fc.stringMatching(/^[\d .-]{8,16}$/)), (input) => {
        const read = readTaxCode(input);
        if (read.ok) expect(readTaxCode(read.value.value)).toEqual(read);
        else expect(read.code).toMatch(/^taxCode\./);
      }),
    );
  });
});
