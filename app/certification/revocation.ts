import type { Day } from "~/platform/day";
import { accept, type Result, refuse } from "~/platform/result";

/** Why a certificate is revoked; anyone who checks it is told this category and nothing more. */
export const revocationReasons = [
  "conditions-lost",
  "false-information",
  "issuer-decision",
  "holder-request",
  "enterprise-closed",
  "verified-in-error",
  "other",
] as const;
export type RevocationReason = (typeof revocationReasons)[number];

/** The parts of a proposal to which the officer who turns it down can give a reason. */
export const revocationReviewFields = ["grounds", "effectiveOn"] as const;

export const revocationStatuses = ["proposed", "confirmed", "rejected", "withdrawn"] as const;
export type RevocationStatus = (typeof revocationStatuses)[number];

export const revocationActions = ["confirm", "reject", "withdraw"] as const;
export type RevocationAction = (typeof revocationActions)[number];

type Party = "proposer" | "second";
type Step = Readonly<{ next: RevocationStatus; by: Party }>;

/** Every step of a proposed revocation: what one officer proposes only another can decide, and only the first take back. */
export const revocationWorkflow: Readonly<Record<RevocationStatus, Readonly<Partial<Record<RevocationAction, Step>>>>> =
  {
    proposed: {
      confirm: { next: "confirmed", by: "second" },
      reject: { next: "rejected", by: "second" },
      withdraw: { next: "withdrawn", by: "proposer" },
    },
    confirmed: {},
    rejected: {},
    withdrawn: {},
  };

/** Where an officer's step leads, refused where it is not possible or not this officer's to take. */
export function nextRevocationStatus(
  { status, proposedById }: { status: RevocationStatus; proposedById: string },
  action: RevocationAction,
  accountId: string,
): Result<RevocationStatus, "alreadyDecided" | "ownProposal" | "notProposer"> {
  const step = revocationWorkflow[status][action];
  if (step === undefined) return refuse("alreadyDecided");
  const isProposer = accountId === proposedById;
  if (step.by === "second" && isProposer) return refuse("ownProposal");
  if (step.by === "proposer" && !isProposer) return refuse("notProposer");
  return accept(step.next);
}

/** Whether a revocation can take effect on a day: not before the certificate held, nor after it has run out anyway. */
export function checkEffectiveDay(
  effectiveOn: Day,
  { validFrom, validTo }: { validFrom: Day; validTo: Day | null },
): Result<true, "effectiveOn.beforeValid" | "effectiveOn.afterEnd"> {
  if (effectiveOn < validFrom) return refuse("effectiveOn.beforeValid");
  return validTo !== null && effectiveOn > validTo ? refuse("effectiveOn.afterEnd") : accept(true);
}
