import { Temporal } from "temporal-polyfill";

/** A calendar day in Asia/Ho_Chi_Minh, written YYYY-MM-DD, from 1900 to 9999; such strings sort in time order. */
export type Day = string;

const timeZone = "Asia/Ho_Chi_Minh";
const isoDay = /^\d{4}-\d{2}-\d{2}$/;
const spokenDay = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})$/;
// A year typed as 0225 is a slip of the finger, not a day anyone means.
const firstDay = "1900-01-01";
// So is a year typed as 9999; and what is reckoned from a day must stay within the calendar.
const lastTypedDay = "2999-12-31";

/** Whether the text is a real calendar day in the form YYYY-MM-DD. */
export function isDay(text: string): text is Day {
  if (!isoDay.test(text) || text < firstDay) return false;
  try {
    Temporal.PlainDate.from(text, { overflow: "reject" });
    return true;
  } catch {
    return false;
  }
}

/** The calendar day that a clock in Vietnam shows at this instant. */
export function dayOf(instant: Date): Day {
  return checked(Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone).toPlainDate());
}

/** The first instant of the day in Vietnam. */
export function startOfDay(day: Day): Date {
  return new Date(Temporal.PlainDate.from(day).toZonedDateTime(timeZone).epochMilliseconds);
}

export function addDays(day: Day, days: number): Day {
  return checked(Temporal.PlainDate.from(day).add({ days }));
}

/** The same day so many months later (or earlier); where that month is too short, its last day. */
export function addMonths(day: Day, months: number): Day {
  return checked(Temporal.PlainDate.from(day).add({ months }, { overflow: "constrain" }));
}

/** How many days b lies after a; negative when it lies before. */
export function daysBetween(a: Day, b: Day): number {
  return Temporal.PlainDate.from(a).until(Temporal.PlainDate.from(b), { largestUnit: "day" }).days;
}

/** Negative when a is before b, zero on the same day, positive when after: an order for sorting. */
export function compareDays(a: Day, b: Day): -1 | 0 | 1 {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** Reads a day as people in Vietnam write it (31/12/2025, 1-9-2025, 1.9.2025) or as YYYY-MM-DD; undefined if it is no real day. */
export function parseDayInput(text: string): Day | undefined {
  const trimmed = text.trim();
  const [, day = "", , month = "", year = ""] = spokenDay.exec(trimmed) ?? [];
  const candidate = year ? `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}` : trimmed;
  return isDay(candidate) && candidate <= lastTypedDay ? candidate : undefined;
}

function checked(date: Temporal.PlainDate): Day {
  const day = date.toString();
  // Years beyond 9999 are written with a sign and six digits.
  if (day.length !== 10 || day < firstDay) throw new RangeError(`Day out of range: ${day}`);
  return day;
}
