import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readHosts } from "./marketplace-hosts";

describe("the hosts of a marketplace, one per line", () => {
  test("are lower-cased, without www. and without repetition", () => {
    expect(readHosts(" Shopee.vn \n\nwww.shopee.vn\nnongsan.buudien.vn")).toEqual({
      ok: true,
      value: ["shopee.vn", "nongsan.buudien.vn"],
    });
  });
  test("may be none", () => {
    expect(readHosts("\n  \n")).toEqual({ ok: true, value: [] });
  });
  test.each([
    "https://shopee.vn",
    "shopee.vn/",
    "shopee.vn:443",
    "shopee .vn",
    "shopee",
    "192.168.1.1",
    "shopeé.vn",
    "-a.vn",
    "a..vn",
    "user@shopee.vn",
    `${"a".repeat(64)}.vn`,
    "*.shopee.vn",
  ])("are refused where a line is no bare host name: %s", (line) => {
    expect(readHosts(`tiki.vn\n${line}`)).toEqual({ ok: false, code: "syntax" });
  });
  test.each(["com.vn", "gov.vn", "co.uk", "www.net.vn"])("are refused where anyone may register below: %s", (line) => {
    expect(readHosts(line)).toEqual({ ok: false, code: "tooBroad" });
  });
  test("are at most fifty", () => {
    const many = (count: number) => Array.from({ length: count }, (_, n) => `san${n}.vn`).join("\n");
    expect(readHosts(many(50)).ok).toBe(true);
    expect(readHosts(many(51))).toEqual({ ok: false, code: "tooMany" });
  });
  test("read again give the same list", () => {
    fc.assert(
      fc.property(fc.array(fc.domain(), { maxLength: 8 }), (domains) => {
        const read = readHosts(domains.join("\n"));
        if (read.ok) expect(readHosts(read.value.join("\n"))).toEqual(read);
      }),
    );
  });
});
