import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkOrigin } from "./origin-check";

const own = new Set(["https://lensan.example"]);
const post = (secFetchSite?: string, origin?: string, method = "POST") =>
  checkOrigin({ method, secFetchSite, origin }, own);

describe("who may change something", () => {
  it("a form of this portal may", () => {
    expect(post("same-origin", "https://lensan.example").ok).toBe(true);
  });
  it("an old browser that only sends Origin may, if it is ours", () => {
    expect(post(undefined, "https://lensan.example").ok).toBe(true);
  });
  it("a request typed or reloaded by the user may", () => {
    expect(post("none").ok).toBe(true);
  });
  it("another site may not, whatever it says about its origin", () => {
    expect(post("cross-site")).toEqual({ ok: false, code: "cross-site" });
    expect(post("same-site", "https://lensan.example")).toEqual({ ok: false, code: "cross-site" });
    expect(post("same-origin", "https://evil.example")).toEqual({ ok: false, code: "foreign-origin" });
  });
  it("the opaque origin may not", () => {
    expect(post(undefined, "null")).toEqual({ ok: false, code: "foreign-origin" });
    expect(post("same-origin", "null")).toEqual({ ok: false, code: "foreign-origin" });
  });
  it("a request that names no source may not", () => {
    expect(post()).toEqual({ ok: false, code: "origin-missing" });
  });
  it("anyone may read", () => {
    for (const method of ["GET", "HEAD", "OPTIONS"]) expect(post("cross-site", "null", method).ok).toBe(true);
  });
  it("no origin but our own ever passes, under any unsafe method", () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom("POST", "PUT", "PATCH", "DELETE", "TRACE", "post"), (origin, method) => {
        expect(post(undefined, origin, method).ok).toBe(own.has(origin));
      }),
    );
  });
});
