import { type Day, daysBetween } from "~/platform/day";
import type { Share } from "./share";

/** Where the straight line to a target begins. */
export type Baseline = { day: Day; basisPoints: number };

export const targetStandings = ["no-figure", "met", "missed", "reached-early", "ahead", "behind"] as const;
export type TargetStanding = (typeof targetStandings)[number];

export type TargetCourse = { targetBasisPoints: number; deadline: Day; path: Baseline };

/**
 * How a target stands today. Once its deadline is past, the share to give is that of the deadline day, and it was met or missed;
 * before, it is reached early, or ahead of or behind the straight line. Counts are compared, never rounded shares.
 */
export function targetStanding(question: TargetCourse & { share: Share; today: Day }): TargetStanding {
  const { share, targetBasisPoints, deadline, today } = question;
  if (share.of === 0) return "no-figure";
  const reached = share.counted * 10_000 >= targetBasisPoints * share.of;
  if (today > deadline) return reached ? "met" : "missed";
  if (reached) return "reached-early";
  const { rise, over } = expected(question, today);
  return share.counted * 10_000 * over >= rise * share.of ? "ahead" : "behind";
}

/** What the straight line from the baseline to the target asks for on a day, rounded down to whole basis points. */
export function expectedBasisPoints(course: TargetCourse, day: Day): number {
  const { rise, over } = expected(course, day);
  return Math.floor(rise / over);
}

/** How many more of the same whole must be counted to reach the target: 0 once it is reached, null where there is no figure. */
export function neededToReach(share: Share, targetBasisPoints: number): number | null {
  if (share.of === 0) return null;
  return Math.max(0, Math.ceil((targetBasisPoints * share.of) / 10_000) - share.counted);
}

/** The expected basis points as an exact fraction; flat before the baseline and after the deadline. */
function expected({ targetBasisPoints, deadline, path }: TargetCourse, day: Day): { rise: number; over: number } {
  const over = daysBetween(path.day, deadline);
  if (over <= 0) return { rise: targetBasisPoints, over: 1 };
  const elapsed = Math.min(Math.max(daysBetween(path.day, day), 0), over);
  return { rise: path.basisPoints * over + (targetBasisPoints - path.basisPoints) * elapsed, over };
}
