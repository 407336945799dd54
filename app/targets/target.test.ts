import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays } from "~/platform/day";
import { shareOf } from "./share";
import { expectedBasisPoints, neededToReach, targetStanding, targetStandings } from "./target";

const by2025 = { targetBasisPoints: 5_000, deadline: "2025-12-31", path: { day: "2021-09-20", basisPoints: 0 } };
const by2030 = { targetBasisPoints: 8_000, deadline: "2030-12-31", path: { day: "2025-12-31", basisPoints: 3_000 } };

describe("after the deadline", () => {
  const today = "2026-01-01";
  test("a target is met by exactly its share and missed by one product less", () => {
    expect(targetStanding({ ...by2025, share: shareOf(50, 100), today })).toBe("met");
    expect(targetStanding({ ...by2025, share: shareOf(49, 100), today })).toBe("missed");
  });
  test("it is missed also where the rounded share would look like the target", () => {
    expect(targetStanding({ ...by2025, share: shareOf(499_999, 1_000_000), today })).toBe("missed");
  });
});

describe("up to the deadline", () => {
  test("the deadline day itself is still open", () => {
    expect(targetStanding({ ...by2025, share: shareOf(49, 100), today: "2025-12-31" })).toBe("behind");
    expect(targetStanding({ ...by2025, share: shareOf(50, 100), today: "2025-12-31" })).toBe("reached-early");
  });
  test("on the first day everything from the baseline up is ahead", () => {
    expect(targetStanding({ ...by2030, share: shareOf(30, 100), today: "2025-12-31" })).toBe("ahead");
    expect(targetStanding({ ...by2030, share: shareOf(29, 100), today: "2025-12-31" })).toBe("behind");
  });
  test("half-way the line asks for half the rise", () => {
    const course = {
      targetBasisPoints: 8_000,
      deadline: "2026-01-11",
      path: { day: "2026-01-01", basisPoints: 3_000 },
    };
    expect(expectedBasisPoints(course, "2026-01-06")).toBe(5_500);
    expect(targetStanding({ ...course, share: shareOf(55, 100), today: "2026-01-06" })).toBe("ahead");
    expect(targetStanding({ ...course, share: shareOf(54, 100), today: "2026-01-06" })).toBe("behind");
  });
  test("the line is compared exactly, not by its rounded value", () => {
    const course = { targetBasisPoints: 1, deadline: "2026-01-04", path: { day: "2026-01-01", basisPoints: 0 } };
    expect(expectedBasisPoints(course, "2026-01-02")).toBe(0);
    expect(targetStanding({ ...course, share: shareOf(0, 100), today: "2026-01-02" })).toBe("behind");
  });
});

describe("no figure", () => {
  test.each(["2025-01-01", "2026-01-01"])("of nothing there is no standing on %s", (today) => {
    expect(targetStanding({ ...by2025, share: shareOf(0, 0), today })).toBe("no-figure");
    expect(neededToReach(shareOf(0, 0), 5_000)).toBeNull();
  });
});

describe("the straight line", () => {
  test("is flat before the baseline and after the deadline", () => {
    expect(expectedBasisPoints(by2030, "2020-01-01")).toBe(3_000);
    expect(expectedBasisPoints(by2030, "2025-12-31")).toBe(3_000);
    expect(expectedBasisPoints(by2030, "2030-12-31")).toBe(8_000);
    expect(expectedBasisPoints(by2030, "2040-01-01")).toBe(8_000);
  });
  test("asks for the whole target at once where the baseline is not before the deadline", () => {
    expect(expectedBasisPoints({ ...by2025, path: { day: "2025-12-31", basisPoints: 0 } }, "2021-01-01")).toBe(5_000);
  });
});

describe("how many more are needed", () => {
  test.each([
    [49, 100, 5_000, 1],
    [50, 100, 5_000, 0],
    [80, 100, 5_000, 0],
    [0, 3, 5_000, 2],
    [1, 3, 8_000, 2],
  ])("with %i of %i and a target of %i basis points: %i", (counted, of, target, needed) => {
    expect(neededToReach(shareOf(counted, of), target)).toBe(needed);
  });
});

describe("properties", () => {
  const share = fc.integer({ min: 1, max: 1_000_000 }).chain((of) => fc.nat(of).map((counted) => shareOf(counted, of)));
  const basisPoints = fc.integer({ min: 0, max: 10_000 });
  const day = fc.integer({ min: 0, max: 4_000 }).map((n) => addDays("2021-01-01", n));
  const course = fc.record({ targetBasisPoints: basisPoints, deadline: day, path: fc.record({ day, basisPoints }) });

  test("with the number needed the target is met, with one less it is missed", () => {
    fc.assert(
      fc.property(share, course, (before, plan) => {
        const needed = neededToReach(before, plan.targetBasisPoints) ?? Number.NaN;
        const today = addDays(plan.deadline, 1);
        const standing = (more: number) =>
          targetStanding({ ...plan, share: shareOf(before.counted + more, before.of), today });
        expect(standing(needed)).toBe("met");
        if (needed > 0) expect(standing(needed - 1)).toBe("missed");
      }),
    );
  });
  test("one more counted never makes a standing worse", () => {
    const rank = ["missed", "behind", "ahead", "reached-early", "met"];
    fc.assert(
      fc.property(share, course, day, (before, plan, today) => {
        const standing = (counted: number) =>
          rank.indexOf(targetStanding({ ...plan, share: shareOf(counted, before.of), today }));
        expect(standing(before.counted + 1)).toBeGreaterThanOrEqual(standing(before.counted));
      }),
    );
  });
  test("the line stays between baseline and target and every standing has a name", () => {
    fc.assert(
      fc.property(share, course, day, (of, plan, today) => {
        const between = [plan.path.basisPoints, plan.targetBasisPoints];
        expect(expectedBasisPoints(plan, today)).toBeGreaterThanOrEqual(Math.min(...between));
        expect(expectedBasisPoints(plan, today)).toBeLessThanOrEqual(Math.max(...between));
        expect(targetStandings).toContain(targetStanding({ ...plan, share: of, today }));
      }),
    );
  });
});
