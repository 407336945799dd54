import { addDays, addMonths, type Day } from "~/platform/day";

/** The day that a target's figure is for: its deadline once that is past, today until then. */
export const figureDay = (deadline: Day, today: Day): Day => (deadline < today ? deadline : today);

/** The last days of all months from the month of the first day on that are over before the other day. */
export function monthEndsBefore(today: Day, from: Day): Day[] {
  const firsts: Day[] = [];
  for (let first = addMonths(`${from.slice(0, 7)}-01`, 1); first <= today; first = addMonths(first, 1)) {
    firsts.push(first);
  }
  return firsts.map((first) => addDays(first, -1));
}
