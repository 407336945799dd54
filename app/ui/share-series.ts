import { scaleLinear } from "d3-scale";

/** A share on a calendar day (`YYYY-MM-DD`) in basis points; null where there was no figure. */
export type SharePoint = { day: string; share: number | null };

export type Placed<Point> = Point & { x: number; y: number };

const dayNumber = (day: string) => Date.parse(`${day}T00:00:00Z`) / 86_400_000;

/** Maps days to 0–100 from left to right and shares to 100–0 from top to bottom. */
export function placeShares<Point extends SharePoint>(points: readonly Point[], domain: readonly [string, string]) {
  const toX = scaleLinear([dayNumber(domain[0]), dayNumber(domain[1])], [0, 100]);
  const toY = scaleLinear([0, 10_000], [100, 0]);
  const placed: (Placed<Point> | null)[] = points.map((point) =>
    point.share === null ? null : { ...point, x: round(toX(dayNumber(point.day))), y: round(toY(point.share)) },
  );
  return placed;
}

/** Gives each point an equal share of the width, for bars; shares run 100–0 from top to bottom. */
export function spreadShares<Point extends SharePoint>(points: readonly Point[]): Placed<Point>[] {
  return points.map((point, index) => ({
    ...point,
    x: round(((index + 0.5) * 100) / points.length),
    y: round(100 - (point.share ?? 0) / 100),
  }));
}

/** Unbroken runs of points: a day without a figure interrupts the line rather than falling to zero. */
export function runsOf<Point>(placed: readonly (Point | null)[]): Point[][] {
  const runs: Point[][] = [[]];
  for (const point of placed) {
    if (point === null) runs.push([]);
    else runs.at(-1)?.push(point);
  }
  return runs.filter((run) => run.length > 0);
}

/** At most `most` entries, first and last among them, evenly spread. */
export function thin<Entry>(entries: readonly Entry[], most: number): Entry[] {
  if (entries.length <= most) return [...entries];
  const step = (entries.length - 1) / (most - 1);
  return Array.from({ length: most }, (_, index) => entries[Math.round(index * step)]).filter(
    (entry): entry is Entry => entry !== undefined,
  );
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
