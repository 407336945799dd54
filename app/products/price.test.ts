import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { highestPrice, readPrice } from "./price";

describe("a price in đồng", () => {
  test.each([
    ["1.234.567", 1_234_567],
    ["1,234,567", 1_234_567],
    ["1 234 567", 1_234_567],
    ["1\u00a0234\u00a0567", 1_234_567],
    ["1234567 đ", 1_234_567],
    ["1234567đ".normalize("NFD"), 1_234_567],
    ["85.000₫", 85_000],
    ["85.000 VND", 85_000],
    ["85.000 VNĐ", 85_000],
    ["85.000 đồng", 85_000],
    ["85.000 đồng".normalize("NFD"), 85_000],
    ["12.000", 12_000],
    ["0", 0],
    ["10.000.000.000", highestPrice],
  ])("%s is %i", (text, price) => {
    expect(readPrice(text)).toEqual({ ok: true, value: price });
  });
  test("every price reads back, whichever way its thousands are set apart", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: highestPrice }),
        fc.constantFrom(".", ",", " ", ""),
        fc.constantFrom("", " đ", "₫"),
        (price, separator, unit) => {
          const written = String(price).replace(/\B(?=(\d{3})+$)/g, separator) + unit;
          expect(readPrice(written)).toEqual({ ok: true, value: price });
        },
      ),
    );
  });
});

describe("what is refused", () => {
  test.each([
    ["", "price.empty"],
    [" đ ", "price.empty"],
    ["-5000", "price.negative"],
    ["−5.000 đ", "price.negative"],
    ["1,5", "price.fraction"],
    ["1234.5", "price.fraction"],
    ["1.234,56", "price.fraction"],
    ["1.234,567", "price.fraction"],
    ["0.123", "price.fraction"],
    ["1.234.56", "price.fraction"],
    ["1.234 567", "price.format"],
    ["12.34.567", "price.format"],
    ["120k", "price.format"],
    ["1,2E+06", "price.format"],
    ["giá liên hệ", "price.format"],
    ["10.000.000.001", "price.tooHigh"],
    ["9".repeat(400), "price.tooHigh"],
  ])("'%s' with %s", (text, code) => {
    expect(readPrice(text)).toEqual({ ok: false, code });
  });
  test("whatever is accepted is a whole number of đồng within the limit", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^-?[\d., ]{0,18}đ?$/)), (text) => {
        const read = readPrice(text);
        if (read.ok) expect(Number.isInteger(read.value) && read.value >= 0 && read.value <= highestPrice).toBe(true);
        else expect(read.code).toMatch(/^price\./);
      }),
    );
  });
});
