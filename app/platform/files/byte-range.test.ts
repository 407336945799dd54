import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseByteRange } from "./byte-range";

describe("a range of bytes, of a file of 100", () => {
  test.each([
    ["bytes=0-9", { first: 0, last: 9 }],
    ["bytes=90-", { first: 90, last: 99 }],
    ["bytes=90-500", { first: 90, last: 99 }],
    ["bytes=-10", { first: 90, last: 99 }],
    ["bytes=-500", { first: 0, last: 99 }],
    ["bytes=100-", "unsatisfiable"],
    ["bytes=-0", "unsatisfiable"],
    ["bytes=9-0", undefined],
    ["bytes=-", undefined],
    ["bytes=0-1,5-6", undefined],
    ["items=0-1", undefined],
    [null, undefined],
  ])("%s means %j", (header, range) => {
    expect(parseByteRange(header, 100)).toEqual(range);
  });

  test("whatever is asked, a range lies within the file", () => {
    fc.assert(
      fc.property(fc.nat(200), fc.nat(200), fc.nat(100), (from, to, size) => {
        const range = parseByteRange(`bytes=${from}-${to}`, size);
        if (range === undefined || range === "unsatisfiable") return;
        expect(range.first).toBeLessThanOrEqual(range.last);
        expect(range.last).toBeLessThan(size);
      }),
    );
  });
});
