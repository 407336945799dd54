import { expect, test } from "vitest";
import { shareOf } from "./share";
import { courseOf, judge, judgeLevels } from "./target-view";

const by2025 = {
  basisPoints: 5000,
  deadline: "2025-12-31",
  baselineOn: "2021-09-20",
  baselineBasisPoints: 0,
  thresholdLevel: null,
};
const by2030 = {
  ...by2025,
  basisPoints: 8000,
  deadline: "2030-12-31",
  baselineOn: "2025-12-31",
  baselineBasisPoints: 5000,
};
const today = "2026-11-22";

test("a target in the past speaks of its deadline and asks for nothing more", () => {
  expect(courseOf(by2025, today)).toEqual({ day: "2025-12-31", isOver: true, expected: null });
  expect(judge(by2025, shareOf(49, 100), today)).toMatchObject({ standing: "missed", needed: 1 });
  expect(judge(by2025, shareOf(50, 100), today)).toMatchObject({ standing: "met", needed: 0 });
});

test("a running target speaks of today and of what its line asks for", () => {
  expect(courseOf(by2030, today)).toEqual({ day: today, isOver: false, expected: 5535 });
  expect(judge(by2030, shareOf(56, 100), today)).toMatchObject({ standing: "ahead", needed: 24 });
});

test("the strict level stands beside the target's own, each of both denominators", () => {
  const sme = { ...by2030, thresholdLevel: 1 };
  const views = judgeLevels(sme, { smes: 10, smesAtLeast: [10, 9, 5, 2, 1, 0] }, 100, today);
  expect(views.map(({ level, isStrict }) => [level, isStrict])).toEqual([
    [1, false],
    [3, true],
  ]);
  expect(views.map(({ registered, official }) => [registered.share.basisPoints, official?.share.basisPoints])).toEqual([
    [9000, 900],
    [2000, 200],
  ]);
});

test("without a level of its own an SME target counts from level 1, and without an official number there is none", () => {
  const [own] = judgeLevels(by2030, { smes: 0, smesAtLeast: [] }, null, today);
  expect(own).toMatchObject({ level: 1, official: null, registered: { standing: "no-figure", needed: null } });
});

test("a target that is itself strict is shown once", () => {
  const views = judgeLevels(
    { ...by2030, thresholdLevel: 4 },
    { smes: 4, smesAtLeast: [4, 4, 4, 4, 2, 0] },
    null,
    today,
  );
  expect(views.map(({ level }) => level)).toEqual([4]);
});
