import { expect, test } from "vitest";
import { readCountedQuery } from "./read-counted-query.server";

const own = { day: "2025-12-31", today: "2026-11-22" };
const read = (query: string) => readCountedQuery(new URLSearchParams(query), own);

test("a list without further words shows what is counted on the target's own day", () => {
  expect(read("")).toEqual({
    word: "dem",
    set: "counted",
    day: "2025-12-31",
    formerProvince: null,
    formerDistrict: null,
    schemeCode: null,
    group: null,
    marketplaceCode: null,
    level: null,
  });
});

test("any day since the resolution can be asked for, written either way; others fall back to the target's own", () => {
  expect(read("ngay=2024-06-30").day).toBe("2024-06-30");
  expect(read("ngay=30/6/2024").day).toBe("2024-06-30");
  for (const bad of ["2026-11-23", "2021-09-19", "2025-02-30", "hôm nay"]) {
    expect(read(`ngay=${encodeURIComponent(bad)}`).day).toBe("2025-12-31");
  }
});

test("words that no list knows are as good as none", () => {
  expect(read("nhom=het&nhom-hang=vang&muc=9&san=")).toMatchObject({
    set: "counted",
    group: null,
    level: null,
    marketplaceCode: null,
  });
  expect(read("nhom=con-thieu&nhom-hang=food&muc=0&huyen=Huyện Phù Cát")).toMatchObject({
    set: "missing",
    group: "food",
    level: 0,
    formerDistrict: "Huyện Phù Cát",
  });
});
