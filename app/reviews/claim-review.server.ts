import { may } from "~/accounts/access";
import { isPartyTo } from "~/accounts/membership.server";
import type { Actor } from "~/accounts/session.server";
import { type Acting, inTransaction } from "~/platform/db/transaction.server";
import { accept, type Result, refuse } from "~/platform/result";
import { type ClaimRefusal, checkClaim, type ReviewStatus, type ReviewSubject } from "./review";

/** An officer takes the open review of a subject; the write is guarded by the version that the check saw. */
export async function claimReview(
  subject: { kind: ReviewSubject; id: string },
  actor: Actor,
  acting: Acting,
): Promise<Result<{ reviewId: string }, ClaimRefusal | "notFound" | "stale">> {
  if (!may(actor.role, "review.work")) return refuse("notFound");
  return inTransaction(acting, async (tx) => {
    const review = await tx.prisma.review.findFirst({
      where: { subjectKind: subject.kind, subjectId: subject.id, status: { in: ["waiting", "claimed"] } },
      select: { id: true, status: true, claimedById: true, claimedAt: true, enterpriseId: true, version: true },
    });
    if (!review) return refuse("alreadyDecided" as const);
    const isMember = await isPartyTo(tx, actor.accountId, review.enterpriseId);
    const claim = checkClaim(
      { ...review, status: review.status as ReviewStatus },
      { accountId: actor.accountId, isMember },
      tx.now,
    );
    if (!claim.ok) return claim;
    if (review.claimedById === actor.accountId) return accept({ reviewId: review.id });
    const { count } = await tx.prisma.review.updateMany({
      where: { id: review.id, version: review.version },
      data: { status: "claimed", claimedById: actor.accountId, claimedAt: tx.now, version: { increment: 1 } },
    });
    if (count === 0) return refuse("stale" as const);
    tx.record({
      event: "review.claimed",
      subject: { kind: "review", id: review.id },
      enterpriseId: review.enterpriseId,
      data: { of: subject, before: { claimedById: review.claimedById } },
    });
    return accept({ reviewId: review.id });
  });
}

/** An officer puts the review of a subject that they hold back into the queue. */
export async function releaseReview(
  subject: { kind: ReviewSubject; id: string },
  actor: Actor,
  acting: Acting,
): Promise<Result<true, "stale">> {
  return inTransaction(acting, async (tx) => {
    const released = await tx.prisma.review.updateManyAndReturn({
      where: { subjectKind: subject.kind, subjectId: subject.id, status: "claimed", claimedById: actor.accountId },
      data: { status: "waiting", claimedById: null, claimedAt: null, version: { increment: 1 } },
      select: { id: true, enterpriseId: true },
    });
    if (released.length === 0) return refuse("stale" as const);
    for (const { id, enterpriseId } of released) {
      tx.record({ event: "review.released", subject: { kind: "review", id }, enterpriseId, data: { of: subject } });
    }
    return accept(true as const);
  });
}
