import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { placeShares, runsOf, spreadShares, thin } from "./share-series";

describe("placing shares over time", () => {
  it("puts the first day at the left, the last at the right, 100 % at the top and 0 % at the bottom", () => {
    const placed = placeShares(
      [
        { day: "2021-01-01", share: 0 },
        { day: "2030-12-31", share: 10_000 },
      ],
      ["2021-01-01", "2030-12-31"],
    );
    expect(placed.map((point) => point && [point.x, point.y])).toEqual([
      [0, 100],
      [100, 0],
    ]);
  });

  it("spaces points by days, not by their number", () => {
    const [, middle] = placeShares(
      [
        { day: "2024-01-01", share: 0 },
        { day: "2024-01-02", share: 0 },
      ],
      ["2024-01-01", "2024-01-05"],
    );
    expect(middle?.x).toBe(25);
  });

  it("interrupts the line at a day without a figure instead of dropping to zero", () => {
    const placed = placeShares(
      [
        { day: "2024-01-01", share: 100 },
        { day: "2024-01-02", share: null },
        { day: "2024-01-03", share: 300 },
      ],
      ["2024-01-01", "2024-01-03"],
    );
    expect(runsOf(placed).map((run) => run.map((point) => point.share))).toEqual([[100], [300]]);
  });

  it("draws a single day as a point inside the drawing", () => {
    const [only] = placeShares([{ day: "2024-01-01", share: 5_000 }], ["2024-01-01", "2024-01-01"]);
    expect(only?.x).toBeGreaterThanOrEqual(0);
    expect(only?.x).toBeLessThanOrEqual(100);
  });
});

describe("bars", () => {
  it("stand in the middle of equal shares of the width", () => {
    const bars = spreadShares([
      { day: "2023-12-31", share: 2_500 },
      { day: "2024-12-31", share: null },
    ]);
    expect(bars.map((bar) => [bar.x, bar.y])).toEqual([
      [25, 75],
      [75, 100],
    ]);
  });
});

describe("thinning labels", () => {
  it("keeps first and last and never more than asked for", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer(), { minLength: 1 }), fc.integer({ min: 2, max: 9 }), (entries, most) => {
        const kept = thin(entries, most);
        expect(kept).toHaveLength(Math.min(most, entries.length));
        expect(kept.at(0)).toBe(entries.at(0));
        expect(kept.at(-1)).toBe(entries.at(-1));
      }),
    );
  });
});
