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

/** After so many hours a claim that was not decided may be taken over by another officer. */
export const claimHours = 8;

export interface ReviewClaim {
  status: ReviewStatus;
  claimedById: string | null;
  claimedAt: Date | null;
}

export type ClaimRefusal = "ownEnterprise" | "alreadyDecided" | "alreadyClaimed";

/** Whether an officer may take the review now: free, already theirs, or left lying by someone else for too long. */
export function checkClaim(
  review: ReviewClaim,
  officer: { accountId: string; isMember: boolean },
  now: Date,
): Result<true, ClaimRefusal> {
  if (officer.isMember) return refuse("ownEnterprise");
  if (reviewWorkflow[review.status].claim === undefined) return refuse("alreadyDecided");
  if (review.status === "waiting" || review.claimedById === officer.accountId) return accept(true);
  const claimedAt = review.claimedAt?.getTime() ?? 0;
  return now.getTime() - claimedAt >= claimHours * 3_600_000 ? accept(true) : refuse("alreadyClaimed");
}
