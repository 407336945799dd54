import { type Day, dayOf, startOfDay } from "~/platform/day";

const clockTime = /^([01]?\d|2[0-3])[:.hg]([0-5]\d)$/;

/** Reads a time of day as people write it (14:30, 8h05) as minutes since midnight; undefined if it is none. */
export function readClockTime(text: string): number | undefined {
  const found = clockTime.exec(text.trim());
  return found ? Number(found[1]) * 60 + Number(found[2]) : undefined;
}

/** The time that a clock in Vietnam shows, to the minute, as `readClockTime` takes it. */
export function clockTimeOf(instant: Date): string {
  const minutes = Math.floor((instant.getTime() - startOfDay(dayOf(instant)).getTime()) / 60_000);
  return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, "0")).join(":");
}

/** The instant of a day and its minute in Vietnam, which keeps no summer time. */
export const instantAt = (day: Day, minutes: number): Date => new Date(startOfDay(day).getTime() + minutes * 60_000);
