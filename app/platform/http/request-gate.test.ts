import { describe, expect, it } from "vitest";
import { checkTarget } from "./request-gate";

const check = (target: string, method = "GET") => {
  const result = checkTarget(method, target, 2048);
  return result.ok ? "passes" : result.code;
};

describe("which addresses come near the pages", () => {
  it.each(["/", "/san-pham?q=n%C6%B0%E1%BB%9Bc+m%E1%BA%AFm", "/san-pham?data=1&routes=2", "/a?x=//b", "/%2e%2e/x"])(
    "%s passes",
    (target) => {
      expect(check(target)).toBe("passes");
    },
  );
  it.each([
    "/x?_data=routes/x",
    "/x?a=1&_data",
    "/x?%5Fdata=routes/x",
    "/x?_routes=a",
    "/x?_%72outes=a",
    "/__manifest?p=/a",
  ])("%s, which only Remix's own script would ask, is not there", (target) => {
    expect(check(target)).toBe("not-found");
  });
  it.each([
    "//evil.example/x",
    "/\\evil.example",
    "http://evil.example/",
    "*",
    "",
    "/%E0%A4%A",
    "/a%00b",
    "/san-pham?q=a%00b",
    "/a%5Cb",
    "/a%0d%0ab",
  ])("%s is no address of this portal", (target) => {
    expect(check(target)).toBe("bad-request");
  });
  it("an address of 2,048 characters passes and one of 2,049 does not", () => {
    expect(check(`/${"a".repeat(2047)}`)).toBe("passes");
    expect(check(`/${"a".repeat(2048)}`)).toBe("url-too-long");
  });
  it.each(["TRACE", "CONNECT", "PROPFIND"])("%s is refused", (method) => {
    expect(check("/", method)).toBe("method-refused");
  });
});
