import { addDays, type Day } from "~/platform/day";
import type { ListingStanding } from "./listing-status";

/** So many days before a listing lapses its owner may ask for it to be looked at again. */
export const recheckLeadDays = 14;

/** Whether an owner may ask for another check: the status is not proven today, or will not be in two weeks. */
export function canAskRecheck({ status, lapsesOn }: Pick<ListingStanding, "status" | "lapsesOn">, today: Day): boolean {
  if (status !== "live") return true;
  return lapsesOn !== null && lapsesOn <= addDays(today, recheckLeadDays);
}
