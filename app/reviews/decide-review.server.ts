import { isPartyTo } from "~/accounts/membership.server";
import type { Actor } from "~/accounts/session.server";
import type { Transaction } from "~/platform/db/transaction.server";
import { accept, type Result, refuse } from "~/platform/result";
import { drawForRecheck } from "./draw-recheck.server";
import type { Reason } from "./reason";
import type { ReviewSubject } from "./review";
import { isRechecked, needsReason } from "./review-decision";

export interface Decision {
  decision: string;
  note: string;
  reasons: readonly Reason[];
}

export type DecideReviewRefusal =
  | "alreadyDecided"
  | "alreadyClaimed"
  | "ownEnterprise"
  | "ownProposal"
  | "reasons.required"
  | "reasons.unknown";

/**
 * Closes the review that the officer holds, inside the transaction that carries out the decision. Guarded by the claim:
 * of two officers, or two windows of one, only the first decides. A claim whose lease ran out still holds as long as
 * nobody else took the review. What is sent back or turned down says why by a reason of the catalogue.
 */
export async function decideReview(
  tx: Transaction,
  subject: { kind: ReviewSubject; id: string },
  { decision, note, reasons }: Decision,
  actor: Actor,
): Promise<Result<{ reviewId: string; enterpriseId: string }, DecideReviewRefusal>> {
  if (needsReason(decision) && reasons.length === 0) return refuse("reasons.required");
  const review = await tx.prisma.review.findFirst({
    where: { subjectKind: subject.kind, subjectId: subject.id, status: { in: ["waiting", "claimed"] } },
    select: { id: true, enterpriseId: true, claimedById: true, barredId: true },
  });
  if (!review) return refuse("alreadyDecided");
  if (await isPartyTo(tx, actor.accountId, review.enterpriseId)) return refuse("ownEnterprise");
  if (review.barredId === actor.accountId) return refuse("ownProposal");
  if (!(await areKnown(tx, subject.kind, reasons))) return refuse("reasons.unknown");
  const { count } = await tx.prisma.review.updateMany({
    where: { id: review.id, status: "claimed", claimedById: actor.accountId },
    data: {
      status: "decided",
      decision,
      note,
      decidedById: actor.accountId,
      decidedAt: tx.now,
      version: { increment: 1 },
    },
  });
  if (count === 0) return refuse(review.claimedById === actor.accountId ? "alreadyDecided" : "alreadyClaimed");
  if (reasons.length > 0) {
    await tx.prisma.reviewReason.createMany({ data: reasons.map((reason) => ({ reviewId: review.id, ...reason })) });
  }
  if (isRechecked(subject.kind)) await drawForRecheck(tx, review.id);
  return accept({ reviewId: review.id, enterpriseId: review.enterpriseId });
}

async function areKnown(tx: Transaction, subjectKind: ReviewSubject, reasons: readonly Reason[]): Promise<boolean> {
  const codes = [...new Set(reasons.map(({ reason }) => reason))];
  return codes.length === (await tx.prisma.reasonWords.count({ where: { subjectKind, code: { in: codes } } }));
}
