import { addDays, type Day, daysBetween } from "~/platform/day";
import { accept, type Result, refuse } from "~/platform/result";
import { type CertificateStatus, standingOn } from "./certificate";

/** The days on which a certificate holds: validTo is its last one, revokedOn the first on which it no longer does. */
export interface Validity {
  validFrom: Day;
  validTo: Day | null;
  revokedOn: Day | null;
}

/** The last day on which a certificate holds; null when it has no end. */
export function lastDayOf({ validTo, revokedOn }: Validity): Day | null {
  if (revokedOn === null) return validTo;
  const lastBefore = addDays(revokedOn, -1);
  return validTo !== null && validTo < lastBefore ? validTo : lastBefore;
}

/** The days, both included, on which neither a certificate nor its renewal holds. */
export interface Gap {
  from: Day;
  to: Day;
  days: number;
}

/** The days lost between a certificate and its renewal; null when the renewal begins in time. */
export function gapBefore(renewal: Pick<Validity, "validFrom">, renewed: Validity): Gap | null {
  const lastDay = lastDayOf(renewed);
  if (lastDay === null) return null;
  const from = addDays(lastDay, 1);
  const to = addDays(renewal.validFrom, -1);
  return from > to ? null : { from, to, days: daysBetween(from, to) + 1 };
}

/** Whether a product is held on a day by a certificate or by any that renewed it: one hold, however many overlap. */
export const isHeldOn = (day: Day, chain: readonly Validity[]): boolean =>
  chain.some((certificate) => standingOn(day, certificate) === "valid");

export type RenewalRefusal = "renewal.notVerified" | "renewal.isRevoked" | "renewal.alreadyRenewed";

/** Whether a certificate can be renewed: one that was verified, also when it ran out, and only once at a time. */
export function checkRenewal(certificate: {
  status: CertificateStatus;
  renewal: { status: CertificateStatus } | null;
}): Result<true, RenewalRefusal> {
  if (certificate.status === "revoked") return refuse("renewal.isRevoked");
  if (certificate.status !== "verified") return refuse("renewal.notVerified");
  return certificate.renewal === null ? accept(true) : refuse("renewal.alreadyRenewed");
}

/** The day that a renewal is expected to begin on: the first that the certificate no longer covers. */
export function expectedStart(renewed: Validity): Day | null {
  const lastDay = lastDayOf(renewed);
  return lastDay === null ? null : addDays(lastDay, 1);
}
