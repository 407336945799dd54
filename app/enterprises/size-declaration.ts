import type { Day } from "~/platform/day";

/** How many years back figures may be declared. */
export const yearsBack = 5;

const yearOf = (day: Day): number => Number(day.slice(0, 4));

/** The years whose figures may be declared today, the most useful first: last year, this year for the newly founded, then older ones. */
export function declarableYears(today: Day): number[] {
  const year = yearOf(today);
  return [year - 1, year, ...Array.from({ length: yearsBack - 1 }, (_, index) => year - 2 - index)];
}

/**
 * The first day on which a size holds: a year's figures make the size of the year after (Decree 80/2021 Art. 5), those
 * of the current year, which only the newly founded have, from today.
 */
export function effectiveDay(year: number, today: Day): Day {
  return year >= yearOf(today) ? today : `${year + 1}-01-01`;
}
