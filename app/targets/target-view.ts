import type { Day } from "~/platform/day";
import { strictLevel, usualLevel } from "./counting-rules";
import { figureDay } from "./figure-day";
import { type Share, shareOf } from "./share";
import { expectedBasisPoints, neededToReach, type TargetStanding, targetStanding } from "./target";

/** What is set: how much, by when, from where. Basis points are hundredths of a per cent. */
export interface TargetFacts {
  basisPoints: number;
  deadline: Day;
  baselineOn: Day;
  baselineBasisPoints: number;
  thresholdLevel: number | null;
}

/** A share held against its target on the day that it is for. */
export interface Judged {
  share: Share;
  standing: TargetStanding;
  needed: number | null;
}

export interface Course {
  day: Day;
  isOver: boolean;
  /** What the straight line asks for on the day; null once the deadline is past. */
  expected: number | null;
}

/** The day of a target's figure and what is asked for on it. */
export function courseOf(target: TargetFacts, today: Day): Course {
  const isOver = target.deadline < today;
  const day = figureDay(target.deadline, today);
  return { day, isOver, expected: isOver ? null : expectedBasisPoints(asCourse(target), today) };
}

export function judge(target: TargetFacts, share: Share, today: Day): Judged {
  return {
    share,
    standing: targetStanding({ ...asCourse(target), share, today }),
    needed: neededToReach(share, target.basisPoints),
  };
}

/** The SME share at one level, of those registered and, where it is known, of the official number. */
export interface LevelView {
  level: number;
  isStrict: boolean;
  registered: Judged;
  official: Judged | null;
}

/** The SME share at the target's own level and, beside it, at the strict one; both denominators each. */
export function judgeLevels(
  target: TargetFacts,
  figures: { smes: number; smesAtLeast: readonly number[] },
  officialCount: number | null,
  today: Day,
): LevelView[] {
  const own = target.thresholdLevel ?? usualLevel;
  const levels = own >= strictLevel ? [own] : [own, strictLevel];
  return levels.map((level) => {
    const reached = figures.smesAtLeast[level] ?? 0;
    return {
      level,
      isStrict: level !== own,
      registered: judge(target, shareOf(reached, figures.smes), today),
      official: officialCount === null ? null : judge(target, shareOf(reached, officialCount), today),
    };
  });
}

const asCourse = ({ basisPoints, deadline, baselineOn, baselineBasisPoints }: TargetFacts) => ({
  targetBasisPoints: basisPoints,
  deadline,
  path: { day: baselineOn, basisPoints: baselineBasisPoints },
});
