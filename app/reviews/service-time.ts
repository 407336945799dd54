import type { Day } from "~/platform/day";
import { type Calendar, workingDayAfter, workingDaysBetween } from "./working-days";

export const timeStates = ["in-time", "due-soon", "overdue"] as const;
export type TimeState = (typeof timeStates)[number];

export interface ServiceTime {
  /** Working days since the review was opened; the day of opening does not count. */
  age: number;
  /** Working days within which it should be decided. */
  allowed: number;
  state: TimeState;
}

/** How a review stands against its service time; due soon from the working day before its last day. */
export function serviceTimeOn(
  today: Day,
  { openedOn, dueOn }: { openedOn: Day; dueOn: Day },
  calendar: Calendar,
): ServiceTime {
  return {
    age: workingDaysBetween(openedOn, today, calendar),
    allowed: workingDaysBetween(openedOn, dueOn, calendar),
    state: stateOn(today, dueOn, calendar),
  };
}

function stateOn(today: Day, dueOn: Day, calendar: Calendar): TimeState {
  if (today > dueOn) return "overdue";
  return workingDayAfter(today, 1, calendar) >= dueOn ? "due-soon" : "in-time";
}
