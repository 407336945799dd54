import { addDays, addMonths, type Day } from "~/platform/day";
import { accept, type Result, refuse } from "~/platform/result";

export const certificateStatuses = [
  "draft",
  "submitted",
  "returned",
  "verified",
  "refused",
  "revoked",
  "withdrawn",
] as const;
export type CertificateStatus = (typeof certificateStatuses)[number];

export const certificateActions = ["submit", "recall", "return", "verify", "refuse", "revoke", "withdraw"] as const;
export type CertificateAction = (typeof certificateActions)[number];

export const certificateRoles = ["owner", "officer"] as const;
export type CertificateRole = (typeof certificateRoles)[number];

export type CertificateStep = Readonly<{ next: CertificateStatus; by: CertificateRole }>;

/** Every step a certificate can take; what is not written here is not possible. */
export const certificateWorkflow: Readonly<
  Record<CertificateStatus, Readonly<Partial<Record<CertificateAction, CertificateStep>>>>
> = {
  draft: {
    submit: { next: "submitted", by: "owner" },
    withdraw: { next: "withdrawn", by: "owner" },
  },
  submitted: {
    recall: { next: "draft", by: "owner" },
    return: { next: "returned", by: "officer" },
    verify: { next: "verified", by: "officer" },
    refuse: { next: "refused", by: "officer" },
  },
  returned: {
    submit: { next: "submitted", by: "owner" },
    withdraw: { next: "withdrawn", by: "owner" },
  },
  verified: {
    revoke: { next: "revoked", by: "officer" },
  },
  refused: {},
  revoked: {},
  withdrawn: {},
};

/** The status an action leads to, refused where the status does not allow the action or it is another role's to take. */
export function nextCertificateStatus(
  status: CertificateStatus,
  action: CertificateAction,
  by: CertificateRole,
): Result<CertificateStatus, "certificate.notPossible" | "certificate.notYours"> {
  const step = certificateWorkflow[status][action];
  if (step === undefined) return refuse("certificate.notPossible");
  return step.by === by ? accept(step.next) : refuse("certificate.notYours");
}

/** The actions open to a role, in the order in which buttons show them. */
export function certificateActionsOpenTo(by: CertificateRole, status: CertificateStatus): CertificateAction[] {
  return certificateActions.filter((action) => certificateWorkflow[status][action]?.by === by);
}

/** What dates need to know of a scheme; null months for one that never expires. */
export type SchemeValidity = { validityMonths: number | null };

/**
 * The last day of validity by the scheme's rule: the day before the same day so many months later, or the end of that month
 * where it has no such day. Null for a scheme without expiry.
 */
export function defaultValidTo(validFrom: Day, scheme: SchemeValidity): Day | null {
  if (scheme.validityMonths === null) return null;
  const sameDay = addMonths(validFrom, scheme.validityMonths);
  const monthTooShort = sameDay.slice(-2) !== validFrom.slice(-2);
  return monthTooShort ? sameDay : addDays(sameDay, -1);
}

export type CertificateStanding = "not-yet-valid" | "valid" | "expired" | "revoked";

/** How a verified certificate stands on a day: validTo is its last valid day, revokedOn the first on which it no longer counts. */
export function standingOn(
  day: Day,
  validity: { validFrom: Day; validTo: Day | null; revokedOn: Day | null },
): CertificateStanding {
  if (validity.revokedOn !== null && validity.revokedOn <= day) return "revoked";
  if (day < validity.validFrom) return "not-yet-valid";
  if (validity.validTo !== null && validity.validTo < day) return "expired";
  return "valid";
}

export type CertificateDates = { issuedOn: Day; validFrom: Day; validTo: Day | null };

export type CertificateDateProblem =
  | { severity: "error"; field: "issuedOn"; code: "certificate.issuedInFuture" }
  | { severity: "warning"; field: "validFrom"; code: "certificate.validBeforeIssued" }
  | { severity: "error"; field: "validTo"; code: "certificate.validToMissing" }
  | { severity: "error"; field: "validTo"; code: "certificate.datesReversed" }
  | { severity: "error"; field: "validTo"; code: "certificate.longerThanScheme" }
  | { severity: "warning"; field: "validTo"; code: "certificate.alreadyExpired" };

/** What is wrong with the dates copied from a certificate; a warning lets it pass, so that history can be entered. */
export function checkCertificateDates(
  { issuedOn, validFrom, validTo }: CertificateDates,
  scheme: SchemeValidity,
  today: Day,
): CertificateDateProblem[] {
  const problems: CertificateDateProblem[] = [];
  if (issuedOn > today) problems.push({ severity: "error", field: "issuedOn", code: "certificate.issuedInFuture" });
  if (validFrom < issuedOn) {
    problems.push({ severity: "warning", field: "validFrom", code: "certificate.validBeforeIssued" });
  }

  const longest = defaultValidTo(validFrom, scheme);
  if (validTo === null) {
    if (longest !== null) problems.push({ severity: "error", field: "validTo", code: "certificate.validToMissing" });
    return problems;
  }
  if (validTo < validFrom) {
    problems.push({ severity: "error", field: "validTo", code: "certificate.datesReversed" });
    return problems;
  }
  if (longest !== null && validTo > longest) {
    problems.push({ severity: "error", field: "validTo", code: "certificate.longerThanScheme" });
  }
  if (validTo < today) problems.push({ severity: "warning", field: "validTo", code: "certificate.alreadyExpired" });
  return problems;
}
