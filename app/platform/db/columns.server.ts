import type { Day } from "../day";

/** A calendar day as Prisma wants it for a DATE column: midnight in UTC, whatever the process's time zone. */
export const dateColumn = (day: Day): Date => new Date(`${day}T00:00:00Z`);

/** The calendar day of a DATE column as Prisma gives it. */
export const dayColumn = (date: Date): Day => date.toISOString().slice(0, 10);

/** In SQL: the calendar day that a clock in Vietnam shows now. */
export const todayInVietnam = "(now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date";
