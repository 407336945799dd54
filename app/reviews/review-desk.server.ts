import { may } from "~/accounts/access";
import type { Actor } from "~/accounts/session.server";
import { renewLease } from "./claim-review.server";
import { checkClaim, isHeld, type ReviewSubject } from "./review";
import { findLatestReview, type LatestReview } from "./review-queries.server";

export interface ReviewDesk {
  review: LatestReview | undefined;
  /** Waits for a decision, and this person may work on reviews. */
  isReview: boolean;
  isMine: boolean;
  mayClaim: boolean;
  /** Who works on it now, when it is someone else. */
  heldBy: string | null;
}

/**
 * The newest review of a subject as it stands for the person who looks at its page. Looking at what one holds is a sign
 * of working on it and renews the lease.
 */
export async function sitDownAtReview(
  subject: { kind: ReviewSubject; id: string },
  actor: Actor,
  { isParty, now }: { isParty: boolean; now: Date },
): Promise<ReviewDesk> {
  const review = await findLatestReview(subject.kind, subject.id);
  const isOpen = review?.status === "waiting" || review?.status === "claimed";
  const isReview = isOpen && may(actor.role, "review.work");
  const isMine = isReview && review.status === "claimed" && review.claimedById === actor.accountId && !isParty;
  if (isMine) await renewLease(review.id, actor, now);
  const claim = isReview && checkClaim(review, { accountId: actor.accountId, isMember: isParty }, now);
  return {
    review,
    isReview,
    isMine,
    mayClaim: claim !== false && claim.ok && !isMine,
    heldBy: isReview && !isMine && isHeld(review, now) ? review.claimedByName : null,
  };
}
