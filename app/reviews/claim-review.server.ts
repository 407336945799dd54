import { may } from "~/accounts/access";
import { isPartyTo } from "~/accounts/membership.server";
import type { Actor } from "~/accounts/session.server";
import { prisma } from "~/platform/db/client.server";
import { type Acting, inTransaction } from "~/platform/db/transaction.server";
import { accept, type Result, refuse } from "~/platform/result";
import { type ClaimRefusal, checkClaim, leaseFrom, type ReviewStatus, type ReviewSubject } from "./review";

interface Subject {
  kind: ReviewSubject;
  id: string;
}

/** An officer takes the open review of a subject; the write is guarded by the version that the check saw. */
export async function claimReview(
  subject: Subject,
  actor: Actor,
  acting: Acting,
): Promise<Result<{ reviewId: string }, ClaimRefusal | "notFound" | "stale">> {
  if (!may(actor.role, "review.work")) return refuse("notFound");
  return inTransaction(acting, async (tx) => {
    const review = await tx.prisma.review.findFirst({
      where: { subjectKind: subject.kind, subjectId: subject.id, status: { in: ["waiting", "claimed"] } },
      select: {
        id: true,
        status: true,
        claimedById: true,
        leaseUntil: true,
        barredId: true,
        enterpriseId: true,
        version: true,
      },
    });
    if (!review) return refuse("alreadyDecided" as const);
    const isMember = await isPartyTo(tx, actor.accountId, review.enterpriseId);
    const claim = checkClaim(
      { ...review, status: review.status as ReviewStatus },
      { accountId: actor.accountId, isMember },
      tx.now,
    );
    if (!claim.ok) return claim;
    const isTheirs = review.claimedById === actor.accountId;
    const { count } = await tx.prisma.review.updateMany({
      where: { id: review.id, version: review.version },
      data: {
        status: "claimed",
        claimedById: actor.accountId,
        leaseUntil: leaseFrom(tx.now),
        ...(isTheirs ? {} : { claimedAt: tx.now, version: { increment: 1 } }),
      },
    });
    if (count === 0) return refuse("stale" as const);
    if (!isTheirs) {
      tx.record({
        event: "review.claimed",
        subject: { kind: "review", id: review.id },
        enterpriseId: review.enterpriseId,
        data: { of: subject, before: { claimedById: review.claimedById } },
      });
    }
    return accept({ reviewId: review.id });
  });
}

/** An officer puts the review of a subject that they hold back into the queue. */
export async function releaseReview(subject: Subject, actor: Actor, acting: Acting): Promise<Result<true, "stale">> {
  return inTransaction(acting, async (tx) => {
    const released = await tx.prisma.review.updateManyAndReturn({
      where: { subjectKind: subject.kind, subjectId: subject.id, status: "claimed", claimedById: actor.accountId },
      data: { status: "waiting", claimedById: null, claimedAt: null, leaseUntil: null, version: { increment: 1 } },
      select: { id: true, enterpriseId: true },
    });
    if (released.length === 0) return refuse("stale" as const);
    for (const { id, enterpriseId } of released) {
      tx.record({ event: "review.released", subject: { kind: "review", id }, enterpriseId, data: { of: subject } });
    }
    return accept(true as const);
  });
}

/**
 * The holder gave a sign of working: the lease runs anew. False when the review is no longer theirs. Not in the journal:
 * it changes nothing that anyone asks about later.
 */
export async function renewLease(reviewId: string, { accountId }: Actor, now: Date): Promise<boolean> {
  const { count } = await prisma().review.updateMany({
    where: { id: reviewId, status: "claimed", claimedById: accountId },
    data: { leaseUntil: leaseFrom(now) },
  });
  return count > 0;
}
