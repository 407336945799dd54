import { z } from "zod";
import { coverageSchema, type ScopeWarning, scopeWarnings } from "~/certification/scope";
import type { Day } from "~/platform/day";
import type { Facts } from "~/reviews/proposed-change";

export type ChangeWarning = ScopeWarning | "shortened" | "beginsLater";

const scopeSchema = z.array(coverageSchema).catch([]);

/** What an officer has to know before a change of a certificate: that days which counted no longer will, or the other way round. */
export function changeWarnings(before: Facts, after: Facts, today: Day): ChangeWarning[] {
  const warnings: ChangeWarning[] = scopeWarnings(
    scopeSchema.parse(before.scope ?? []),
    scopeSchema.parse(after.scope ?? []),
    today,
  );
  if (isLater(before.validFrom, after.validFrom)) warnings.push("beginsLater");
  // A certificate without a last day outlasts every one that has one.
  if (
    "validTo" in after &&
    after.validTo !== null &&
    (before.validTo === null || isLater(after.validTo, before.validTo))
  ) {
    warnings.push("shortened");
  }
  return warnings;
}

const isLater = (one: unknown, other: unknown): boolean =>
  typeof one === "string" && typeof other === "string" && other > one;
