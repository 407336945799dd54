import { describe, expect, test } from "vitest";
import { checkAssessedOn, maturityLevels, schemeVersionCodes, schemeVersions } from "./assessment";

describe("the day of an assessment", () => {
  test.each([
    ["2026-03-01", "v2025", { ok: true, value: true }],
    ["2026-03-02", "v2025", { ok: false, code: "assessedOn.future" }],
    ["2025-06-30", "v2025", { ok: true, value: true }],
    ["2025-06-29", "v2025", { ok: false, code: "assessedOn.beforeVersion" }],
    ["2023-11-07", "v2023", { ok: true, value: true }],
    ["2023-11-06", "v2023", { ok: false, code: "assessedOn.beforeVersion" }],
    ["2021-12-13", "v2021", { ok: true, value: true }],
    ["2021-12-12", "v2021", { ok: false, code: "assessedOn.beforeVersion" }],
  ] as const)("%s by version %s", (day, version, answer) => {
    expect(checkAssessedOn(day, version, "2026-03-01")).toEqual(answer);
  });
});

test("the levels are 0 to 5, and every version can be chosen, newest first", () => {
  expect(maturityLevels).toEqual([0, 1, 2, 3, 4, 5]);
  expect([...schemeVersionCodes].sort()).toEqual(Object.keys(schemeVersions).sort());
  const days = schemeVersionCodes.map((code) => schemeVersions[code].issuedOn);
  expect(days).toEqual([...days].sort().reverse());
});
