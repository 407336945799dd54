import fc from "fast-check";
import { expect, test } from "vitest";
import { readPercent, writePercent } from "./percent";

test("per cent may be typed with comma or point, with or without its sign", () => {
  expect(["80", "62,5", "62.50 %", "0", "100", "0,01"].map(readPercent)).toEqual([8000, 6250, 6250, 0, 10_000, 1]);
});

test("what is above a hundred, below zero or finer than two decimals is no share", () => {
  expect(["100,01", "101", "-1", "1,234", "", "tám mươi", "1.000"].map(readPercent)).toEqual(Array(7).fill(undefined));
});

test("every share reads back as it was written", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10_000 }), (basisPoints) => {
      expect(readPercent(writePercent(basisPoints))).toBe(basisPoints);
    }),
  );
});
