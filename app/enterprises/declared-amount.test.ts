import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { highestAmount, readAmount, readCount } from "./declared-amount";

const read = (text: string) => {
  const result = readAmount(text);
  return result.ok ? result.value : result.code;
};

describe("an amount as people say it", () => {
  test.each([
    ["2,5 tỷ", 2_500_000_000],
    ["2.5 tỷ", 2_500_000_000],
    ["2 tỷ", 2_000_000_000],
    ["1.200 tỷ", 1_200_000_000_000],
    ["800 triệu", 800_000_000],
    ["800tr", 800_000_000],
    ["12,75 tỉ đồng", 12_750_000_000],
    ["2500000000", 2_500_000_000],
    ["2.500.000.000 đ", 2_500_000_000],
    ["0", 0],
    ["2,500 tỷ", "amount.format"],
    ["hai tỷ", "amount.format"],
    ["-5", "amount.negative"],
    ["", "amount.empty"],
    ["1,5", "amount.fraction"],
    ["2000000 tỷ", "amount.tooHigh"],
    ["9999999999999999", "amount.tooHigh"],
  ])("%s", (text, expected) => {
    expect(read(text)).toBe(expected);
  });
  test("every amount that is read is whole đồng and not too high", () => {
    fc.assert(
      fc.property(fc.nat(2_000_000), fc.nat(99), fc.constantFrom("tỷ", "triệu"), (whole, part, unit) => {
        const amount = read(`${whole},${String(part).padStart(2, "0")} ${unit}`);
        expect(amount === "amount.tooHigh" || (Number.isSafeInteger(amount) && Number(amount) <= highestAmount)).toBe(
          true,
        );
      }),
    );
  });
});

test.each([
  ["12", 12],
  ["0", 0],
  ["1.000", 1000],
])("%s persons", (text, expected) => {
  expect(readCount(text)).toEqual({ ok: true, value: expected });
});
test.each(["", "-1", "1,5", "many", "1000001"])("%s is no number of persons", (text) => {
  expect(readCount(text)).toEqual({ ok: false, code: "size.employees" });
});
