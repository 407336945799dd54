import { accept, type Result, refuse } from "~/platform/result";

export const reviewStatuses = ["waiting", "claimed", "decided", "cancelled"] as const;
export type ReviewStatus = (typeof reviewStatuses)[number];

export const reviewActions = ["claim", "release", "decide", "cancel"] as const;
export type ReviewAction = (typeof reviewActions)[number];

/** Every step a review can take; an owner's recall of the subject cancels it. */
export const reviewWorkflow: Readonly<Record<ReviewStatus, Readonly<Partial<Record<ReviewAction, ReviewStatus>>>>> = {
  waiting: { claim: "claimed", cancel: "cancelled" },
  claimed: { claim: "claimed", release: "waiting", decide: "decided", cancel: "cancelled" },
  decided: {},
  cancelled: {},
};

/** What officers examine. Each capability that has reviews brings its own page and decisions. */
export const reviewSubjects = ["certificate", "listing", "change", "revocation", "checklist-answer"] as const;
export type ReviewSubject = (typeof reviewSubjects)[number];

/** For so many minutes an officer holds a review after the last sign of working on it; then it is free again. */
export const leaseMinutes = 20;

/** Until when a review is held by someone who works on it now. */
export const leaseFrom = (now: Date): Date => new Date(now.getTime() + leaseMinutes * 60_000);

export interface ReviewClaim {
  status: ReviewStatus;
  claimedById: string | null;
  leaseUntil: Date | null;
  /** Who proposed what is reviewed. */
  barredId: string | null;
}

export type ClaimRefusal = "ownEnterprise" | "ownProposal" | "alreadyDecided" | "alreadyClaimed";

/** Whether an officer other than the holder would have to leave the review alone. */
export function isHeld({ status, leaseUntil }: Pick<ReviewClaim, "status" | "leaseUntil">, now: Date): boolean {
  return status === "claimed" && leaseUntil !== null && leaseUntil > now;
}

/** Whether an officer may take the review now: free, already theirs, or held by someone whose lease has run out. */
export function checkClaim(
  review: ReviewClaim,
  officer: { accountId: string; isMember: boolean },
  now: Date,
): Result<true, ClaimRefusal> {
  if (officer.isMember) return refuse("ownEnterprise");
  if (review.barredId === officer.accountId) return refuse("ownProposal");
  if (reviewWorkflow[review.status].claim === undefined) return refuse("alreadyDecided");
  const isTheirs = review.claimedById === officer.accountId;
  return isTheirs || !isHeld(review, now) ? accept(true) : refuse("alreadyClaimed");
}
