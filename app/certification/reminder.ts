import { type Day, daysBetween } from "~/platform/day";

/** How many days before its last day a certificate's end is told of, the last first. */
export const reminderDays = [7, 30, 90] as const;
export type ReminderDays = (typeof reminderDays)[number];

/**
 * The reminder that is due on a day: of those whose time has come only the nearest to the end, so that a portal that was
 * down tells it late and not thrice. Null before the first one's time and once the certificate has run out.
 */
export function reminderDue(validTo: Day, today: Day): ReminderDays | null {
  const left = daysBetween(today, validTo);
  if (left < 0) return null;
  return reminderDays.find((days) => left <= days) ?? null;
}
