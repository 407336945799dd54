import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays } from "../day";
import { dayOfSerial, serialOfDay } from "./excel-day";

test.each([
  [1, "1900-01-01"],
  [59, "1900-02-28"],
  [61, "1900-03-01"],
  [45_658, "2025-01-01"],
  [45_658.75, "2025-01-01"],
  [2_958_465, "9999-12-31"],
])("day number %s of a workbook that counts from 1900 is %s", (serial, day) => {
  expect(dayOfSerial(serial, 1900)).toBe(day);
});

test("the 29 February 1900 that Excel counts is no day", () => {
  expect(dayOfSerial(60, 1900)).toBeUndefined();
});

test.each([
  [0, "1904-01-01"],
  [44_196, "2025-01-01"],
  [2_957_003, "9999-12-31"],
])("day number %s of a workbook that counts from 1904 is %s", (serial, day) => {
  expect(dayOfSerial(serial, 1904)).toBe(day);
});

test.each([-1, 2_958_466, Number.NaN, Number.POSITIVE_INFINITY])("%s is no day's number", (serial) => {
  expect(dayOfSerial(serial, 1900)).toBeUndefined();
  expect(dayOfSerial(serial, 1904)).toBeUndefined();
});

test("0 is a day in the one system and none in the other", () => {
  expect(dayOfSerial(0, 1900)).toBeUndefined();
});

test("every day written to a workbook is read back as itself", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 400_000 }), (days) => {
      const day = addDays("1900-01-01", days);
      expect(dayOfSerial(serialOfDay(day), 1900)).toBe(day);
    }),
  );
});
