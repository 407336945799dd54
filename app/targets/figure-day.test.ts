import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays } from "~/platform/day";
import { figureDay, monthEndsBefore } from "./figure-day";

test("a target whose deadline is past shows the figure of its deadline, any other the figure of today", () => {
  expect(figureDay("2025-12-31", "2026-11-22")).toBe("2025-12-31");
  expect(figureDay("2025-12-31", "2025-12-31")).toBe("2025-12-31");
  expect(figureDay("2030-12-31", "2026-11-22")).toBe("2026-11-22");
});

test("months count from the one in which the resolution fell, each by its last day, the current one not before it is over", () => {
  expect(monthEndsBefore("2022-03-01", "2021-09-20")).toEqual([
    "2021-09-30",
    "2021-10-31",
    "2021-11-30",
    "2021-12-31",
    "2022-01-31",
    "2022-02-28",
  ]);
  expect(monthEndsBefore("2022-02-28", "2022-01-31")).toEqual(["2022-01-31"]);
  expect(monthEndsBefore("2021-09-30", "2021-09-20")).toEqual([]);
});

test("every month end lies before today, and the day after it begins a month", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4000 }), (later) => {
      const today = addDays("2021-09-20", later);
      const ends = monthEndsBefore(today, "2021-09-20");
      expect(ends).toEqual(ends.toSorted());
      for (const end of ends) {
        expect(end < today).toBe(true);
        expect(addDays(end, 1).slice(8)).toBe("01");
      }
    }),
  );
});
