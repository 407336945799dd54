import { expect, test } from "vitest";
import { countedHref } from "./counted-href";
import { readScope, scopeParameter } from "./scope";

test("the address of a list says what it is narrowed to and nothing else", () => {
  expect(countedHref("sme-share-2030", { nhom: "dem", muc: 0, huyen: null, loai: undefined, san: "" })).toBe(
    "/chi-tieu/sme-share-2030?nhom=dem&muc=0",
  );
  expect(countedHref("a/b", { huyen: "Huyện Phù Cát" })).toBe("/chi-tieu/a%2Fb?huyen=Huy%E1%BB%87n+Ph%C3%B9+C%C3%A1t");
});

test("only former Bình Định can be asked for instead of the whole province", () => {
  expect(readScope("binh-dinh")).toEqual({ code: "binh-dinh", formerProvince: "Bình Định" });
  for (const other of [null, "", "toan-tinh", "kon-tum"]) expect(readScope(other).formerProvince).toBe(null);
  expect([scopeParameter("binh-dinh"), scopeParameter("toan-tinh")]).toEqual(["binh-dinh", null]);
});
