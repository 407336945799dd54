import { expect, test } from "vitest";
import { writtenLevel } from "./written-level";

const stars = ["3-star", "4-star", "5-star"];

test.each([
  ["4 sao", "4-star"],
  ["4", "4-star"],
  ["Hạng 3 sao", "3-star"],
  ["5 stars", "5-star"],
  ["****", "4-star"],
  ["★ ★ ★", "3-star"],
  ["4-star", "4-star"],
  ["2 sao", null],
  ["bốn", null],
])("%j among the levels of OCOP is %s", (text, level) => {
  expect(writtenLevel(text, stars)).toBe(level);
});

test("levels in words are known, others as they were entered", () => {
  expect(writtenLevel("Trồng trọt", ["crops", "livestock"])).toBe("crops");
  expect(writtenLevel("Cấp quốc gia", ["province", "national"])).toBe("national");
  expect(writtenLevel("Hạng A", ["hang a"])).toBe("hang a");
  expect(writtenLevel("Hạng A", [])).toBeNull();
});
