import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dayOf } from "~/platform/day";
import { clockTimeOf, instantAt, readClockTime } from "./observed-at";

describe("when a listing was seen", () => {
  test.each([
    ["00:00", 0],
    ["8:05", 485],
    [" 8h05 ", 485],
    ["23.59", 1439],
  ])("%s is understood", (typed, minutes) => {
    expect(readClockTime(typed)).toBe(minutes);
  });
  test.each(["24:00", "12:60", "12", "12:5", "trưa", "-1:00", ""])("%s is not a time", (typed) => {
    expect(readClockTime(typed)).toBeUndefined();
  });
  test("is an instant on Vietnam's clock", () => {
    expect(instantAt("2026-03-05", 30)).toEqual(new Date("2026-03-04T17:30:00Z"));
  });
  test("offered as now and sent back unchanged is the same minute, never in the future", () => {
    fc.assert(
      fc.property(fc.date({ min: new Date("2021-01-01"), max: new Date("2099-01-01"), noInvalidDate: true }), (now) => {
        const meant = instantAt(dayOf(now), readClockTime(clockTimeOf(now)) ?? Number.NaN).getTime();
        expect(now.getTime() - meant).toBeGreaterThanOrEqual(0);
        expect(now.getTime() - meant).toBeLessThan(60_000);
      }),
    );
  });
});
