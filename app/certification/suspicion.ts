import type { Day } from "~/platform/day";
import { fold } from "~/platform/vietnamese-text";
import { type CertificateProblem, checkCertificate, type SchemeRule } from "./check-certificate";

/** Another certificate that gives rise to a suspicion. */
export interface OtherCertificate {
  certificateId: string;
  number: string;
  enterpriseName: string;
}

/** What the portal knows that may speak against a certificate. */
export interface SuspicionFacts extends SchemeRule {
  number: string;
  numberExample: string;
  level: string | null;
  issuedOn: Day;
  validFrom: Day;
  validTo: Day | null;
  enterpriseClosedOn: Day | null;
  /** Certificates of other enterprises with this scheme and number. */
  sameNumber: readonly OtherCertificate[];
  /** Certificates of another number or enterprise whose scan is the same or looks alike. */
  sameScan: readonly OtherCertificate[];
}

export type Suspicion =
  | { kind: "sameScan" | "sameNumber"; others: readonly OtherCertificate[] }
  | { kind: "enterpriseClosed"; since: Day }
  | { kind: "claim"; code: CertificateProblem["code"] }
  | { kind: "unusualNumber"; example: string };

/** What a reviewer should look at twice, the gravest first. Never a reason for the portal to act by itself. */
export function suspicionsOf(facts: SuspicionFacts, today: Day): Suspicion[] {
  const found: Suspicion[] = [];
  if (facts.sameScan.length > 0) found.push({ kind: "sameScan", others: facts.sameScan });
  if (facts.enterpriseClosedOn !== null && facts.enterpriseClosedOn <= today) {
    found.push({ kind: "enterpriseClosed", since: facts.enterpriseClosedOn });
  }
  if (facts.sameNumber.length > 0) found.push({ kind: "sameNumber", others: facts.sameNumber });
  for (const { code } of checkCertificate(facts, facts, today)) found.push({ kind: "claim", code });
  if (!looksLike(facts.number, facts.numberExample))
    found.push({ kind: "unusualNumber", example: facts.numberExample });
  return found;
}

const weights: Readonly<Record<Suspicion["kind"], number>> = {
  sameScan: 3,
  enterpriseClosed: 3,
  sameNumber: 2,
  claim: 2,
  unusualNumber: 1,
};
const mostRisk = 9;

/** How far up a review belongs in the queue: 0 for nothing suspicious, at most 9. */
export const riskOf = (suspicions: readonly Suspicion[]): number =>
  Math.min(
    mostRisk,
    suspicions.reduce((sum, { kind }) => sum + weights[kind], 0),
  );

/** A number's pattern: digits, letters and what separates them, whatever their length, case and diacritics. */
const patternOf = (number: string): string =>
  fold(number)
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/\d+/g, "9")
    .replace(/[a-z]+/g, "a");

/** Whether a number is written like the scheme's example, which may stand among other words; always so without one. */
export const looksLike = (number: string, example: string): boolean => patternOf(number).includes(patternOf(example));
