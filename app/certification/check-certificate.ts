import type { Day } from "~/platform/day";
import { type CertificateDateProblem, checkCertificateDates, defaultValidTo } from "./certificate";

export interface SchemeRule {
  validityMonths: number | null;
  levels: readonly string[];
}

export interface ClaimedCertificate {
  level: string | null;
  issuedOn: Day;
  validFrom: Day;
  validTo: Day | null;
}

export type CertificateProblem =
  | CertificateDateProblem
  | { severity: "error"; field: "level"; code: "certificate.levelMissing" | "certificate.levelUnknown" };

/** The last day as typed, or by the scheme's rule where the field was left empty. */
export const validToOf = (typed: Day | undefined, validFrom: Day, scheme: SchemeRule): Day | null =>
  typed ?? defaultValidTo(validFrom, scheme);

/** Everything that speaks against what was copied from a certificate; errors stop it, warnings are for the reviewer. */
export function checkCertificate(claim: ClaimedCertificate, scheme: SchemeRule, today: Day): CertificateProblem[] {
  const problems: CertificateProblem[] = checkCertificateDates(claim, scheme, today);
  if (scheme.levels.length > 0 && claim.level === null) {
    problems.push({ severity: "error", field: "level", code: "certificate.levelMissing" });
  } else if (claim.level !== null && !scheme.levels.includes(claim.level)) {
    problems.push({ severity: "error", field: "level", code: "certificate.levelUnknown" });
  }
  return problems;
}

/** What keeps a typed certificate from being saved: each error's field and the last part of its code. */
export function claimErrors(
  typed: { level?: string | undefined; issuedOn: Day; validFrom: Day; validTo?: Day | undefined },
  scheme: SchemeRule,
  today: Day,
): { field: CertificateProblem["field"]; code: string }[] {
  const { issuedOn, validFrom } = typed;
  const validTo = validToOf(typed.validTo, validFrom, scheme);
  return checkCertificate({ level: typed.level ?? null, issuedOn, validFrom, validTo }, scheme, today)
    .filter(({ severity }) => severity === "error")
    .map(({ field, code }) => ({ field, code: code.slice(code.indexOf(".") + 1) }));
}

export type Missing = "scan" | "products" | "registeredProducts";

/** What a certificate still needs before it can be submitted. */
export function missingForSubmission(certificate: {
  hasScan: boolean;
  products: readonly { status: string }[];
}): Missing[] {
  const missing: Missing[] = [];
  if (!certificate.hasScan) missing.push("scan");
  if (certificate.products.length === 0) missing.push("products");
  else if (certificate.products.some(({ status }) => status !== "registered")) missing.push("registeredProducts");
  return missing;
}
