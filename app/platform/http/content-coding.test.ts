import { describe, expect, it } from "vitest";
import { namesTag, preferredCoding } from "./content-coding";

describe("which compression a client gets", () => {
  it.each([
    ["gzip, deflate, br, zstd", "br"],
    ["gzip, deflate", "gzip"],
    ["br;q=0, gzip;q=0.5", "gzip"],
    ["GZIP", "gzip"],
    ["*", "br"],
    ["*;q=0", "identity"],
    ["br;q=0, *", "gzip"],
    ["identity", "identity"],
    ["deflate;q=nonsense, zstd", "identity"],
    ["gzip;q=nonsense", "identity"],
    ["", "identity"],
    [undefined, "identity"],
  ])("%s asks for %s", (header, coding) => {
    expect(preferredCoding(header)).toBe(coding);
  });
});

describe("whether a client holds the current copy", () => {
  it.each([
    ['"a"', true],
    ['W/"a"', true],
    ['"b", "a"', true],
    ["*", true],
    ['"b"', false],
    ["a", false],
    ["", false],
    [undefined, false],
  ])("%s against a: %s", (header, current) => {
    expect(namesTag(header, '"a"')).toBe(current);
  });
});
