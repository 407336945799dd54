import { addDays, type Day, dayOf, daysBetween, startOfDay } from "~/platform/day";

export const evidenceKinds = ["officer-check", "link-check", "seller-api", "partner-push", "owner-claim"] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

export const evidenceVerdicts = ["live", "not-live"] as const;
export type EvidenceVerdict = (typeof evidenceVerdicts)[number];

export const listingStatuses = ["claimed", "live", "unconfirmed", "not-live"] as const;
export type ListingStatus = (typeof listingStatuses)[number];

/** What makes us believe a listing's status: observed at one instant, known to the portal from another. */
export type Evidence = {
  id: string;
  kind: EvidenceKind;
  verdict: EvidenceVerdict;
  observedAt: Date;
  recordedAt: Date;
};

export type ListingStanding = {
  status: ListingStatus;
  observedAt: Date | null;
  /** Days from the observation to the day asked about. */
  ageDays: number | null;
  /** The first day on which a live listing no longer counts unless it is confirmed again. */
  lapsesOn: Day | null;
};

/**
 * How a listing stands at the end of a day, as known at an instant: the latest observation decides, a live one as long as it is
 * not older than the window. An owner may say that a listing is gone, but never proves that it is live.
 */
export function statusOn(
  day: Day,
  knownAt: Date,
  evidence: readonly Evidence[],
  confirmationWindowDays: number,
): ListingStanding {
  const dayIsOver = startOfDay(addDays(day, 1));
  const latest = evidence
    .filter(({ observedAt, recordedAt }) => recordedAt <= knownAt && observedAt < dayIsOver)
    .filter(({ kind, verdict }) => !(kind === "owner-claim" && verdict === "live"))
    .reduce<Evidence | null>((best, next) => (best === null || outweighs(next, best) ? next : best), null);
  if (latest === null) return { status: "claimed", observedAt: null, ageDays: null, lapsesOn: null };

  const { observedAt } = latest;
  const observedOn = dayOf(observedAt);
  const ageDays = daysBetween(observedOn, day);
  if (latest.verdict === "not-live") return { status: "not-live", observedAt, ageDays, lapsesOn: null };
  return {
    status: ageDays <= confirmationWindowDays ? "live" : "unconfirmed",
    observedAt,
    ageDays,
    lapsesOn: addDays(observedOn, confirmationWindowDays + 1),
  };
}

function outweighs(a: Evidence, b: Evidence): boolean {
  const difference = a.observedAt.getTime() - b.observedAt.getTime() || a.recordedAt.getTime() - b.recordedAt.getTime();
  return difference === 0 ? a.id > b.id : difference > 0;
}
