import { addDays, type Day, daysBetween } from "~/platform/day";

/**
 * The days on which offices differ from an ordinary week (Labour Code 2019, Art. 111 and 112, and each year's
 * announcement): holidays, and weekend days worked in exchange for one.
 */
export interface Calendar {
  holidays: ReadonlySet<Day>;
  workedInstead: ReadonlySet<Day>;
}

const someMonday: Day = "1900-01-01";

/** Days from Monday the first of all, itself being 1, so that weekends are 6 and 7 in each seven. */
const place = (day: Day): number => daysBetween(someMonday, day) + 1;

const isWeekday = (day: Day): boolean => [1, 2, 3, 4, 5].includes(place(day) % 7);

/** Weekdays up to and with a day, counted from the first Monday. */
const weekdaysUntil = (day: Day): number => Math.floor(place(day) / 7) * 5 + Math.min(place(day) % 7, 5);

export function isWorkingDay(day: Day, { holidays, workedInstead }: Calendar): boolean {
  if (workedInstead.has(day)) return true;
  return isWeekday(day) && !holidays.has(day);
}

/** How many working days lie after the first day, up to and with the last; 0 when the last is not later. */
export function workingDaysBetween(first: Day, last: Day, { holidays, workedInstead }: Calendar): number {
  if (last <= first) return 0;
  const isInside = (day: Day): boolean => day > first && day <= last;
  const closed = [...holidays].filter((day) => isInside(day) && isWeekday(day) && !workedInstead.has(day));
  const worked = [...workedInstead].filter((day) => isInside(day) && !isWeekday(day));
  return weekdaysUntil(last) - weekdaysUntil(first) - closed.length + worked.length;
}

/** The so-manieth working day after a day (count from 1). */
export function workingDayAfter(start: Day, count: number, calendar: Calendar): Day {
  let day = start;
  for (let found = 0; found < count; ) {
    day = addDays(day, 1);
    if (isWorkingDay(day, calendar)) found += 1;
  }
  return day;
}
