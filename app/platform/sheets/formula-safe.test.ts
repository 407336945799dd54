import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formulaSafe, fromFormulaSafe } from "./formula-safe";

describe("a cell of a CSV file for people", () => {
  test.each(["=1+1", "+84", "-5", "@SUM(A1)", "\tx", "\rx", "＝1", "'=1"])("%j cannot become a formula", (text) => {
    expect(formulaSafe(text)).toBe(`'${text}`);
  });
  test.each(["Rượu Bàu Đá", "a=b", "'trích", "", "3-star", "5+1"])("%j stays as it is", (text) => {
    expect(formulaSafe(text)).toBe(text);
    expect(fromFormulaSafe(text)).toBe(text);
  });
  test("gives back exactly the text it stood for, whatever the text", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: "binary" }), fc.stringMatching(/^['=@\t-]{0,4}.?$/)), (text) => {
        expect(fromFormulaSafe(formulaSafe(text))).toBe(text);
      }),
    );
  });
});
