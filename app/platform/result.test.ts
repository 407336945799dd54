import { expect, test } from "vitest";
import { accept, type Result, refuse } from "./result";

test("an accepted result carries its value and a refused one only its code", () => {
  const half = (n: number): Result<number, "odd"> => (n % 2 === 0 ? accept(n / 2) : refuse("odd"));
  expect(half(4)).toEqual({ ok: true, value: 2 });
  expect(half(5)).toEqual({ ok: false, code: "odd" });
});
