import { addDays, type Day, daysBetween } from "../day";

/** Which day a workbook counts from: 1900 as Excel on Windows, 1904 as Excel on older Macs. */
export type DaySystem = 1900 | 1904;

const last = { 1900: 2_958_465, 1904: 2_957_003 } as const;

/**
 * The day of a spreadsheet's day number, the time of day cut off; undefined beyond 9999 and before the first day. Excel
 * counts a 29 February 1900 that never was, as Lotus 1-2-3 did: number 60 is no day, and those after it are one too high.
 */
export function dayOfSerial(serial: number, system: DaySystem): Day | undefined {
  const whole = Math.floor(serial);
  if (!(whole >= (system === 1900 ? 1 : 0) && whole <= last[system])) return undefined;
  if (system === 1904) return addDays("1904-01-01", whole);
  if (whole === 60) return undefined;
  return addDays("1900-01-01", whole > 60 ? whole - 2 : whole - 1);
}

/** The day number of a workbook that counts from 1900. */
export const serialOfDay = (day: Day): number => {
  const days = daysBetween("1900-01-01", day) + 1;
  return days > 59 ? days + 1 : days;
};
