import type { Actor } from "~/accounts/session.server";
import type { Transaction } from "~/platform/db/transaction.server";
import { accept, type Result, refuse } from "~/platform/result";
import { drawForRecheck } from "./draw-recheck.server";
import type { Reason } from "./reason";
import { type ClaimRefusal, checkClaim, type ReviewClaim, type ReviewSubject } from "./review";
import { isConfirmation, isRechecked, needsReason } from "./review-decision";

export interface Decision {
  decision: string;
  note: string;
  reasons: readonly Reason[];
}

export type ReasonsRefusal = "reasons.required" | "reasons.contrary" | "reasons.unknown";
export type DecideReviewRefusal = ClaimRefusal | ReasonsRefusal;

/** An open review that the officer may decide on, locked until the transaction ends. */
export interface DecidableReview {
  id: string;
  enterpriseId: string;
}

type FoundReview = ReviewClaim & { id: string; subjectId: string; enterpriseId: string; isMember: boolean };

/**
 * Locks the open reviews of these subjects and says of each subject whether the officer may decide on it. They must hold a
 * review; one whose lease ran out they still hold as long as nobody else took it. With `takes` a free one will do, by the
 * rule of claiming: deciding on many at once takes and decides in one step.
 */
export async function lockReviews(
  tx: Transaction,
  kind: ReviewSubject,
  subjectIds: readonly string[],
  { accountId }: Pick<Actor, "accountId">,
  { takes }: { takes: boolean },
): Promise<ReadonlyMap<string, Result<DecidableReview, ClaimRefusal>>> {
  const found = await tx.prisma.$queryRaw<FoundReview[]>`
    SELECT r.id, r.subject_id AS "subjectId", r.enterprise_id AS "enterpriseId", r.status, r.claimed_by_id AS "claimedById",
      r.lease_until AS "leaseUntil", r.barred_id AS "barredId",
      EXISTS (SELECT FROM parties p WHERE p.account_id = ${accountId}::uuid AND p.enterprise_id = r.enterprise_id) AS "isMember"
    FROM reviews r
    WHERE r.subject_kind = ${kind} AND r.subject_id = ANY(${[...subjectIds]}::uuid[]) AND r.status IN ('waiting', 'claimed')
    ORDER BY r.id FOR UPDATE OF r`;
  const open = new Map(found.map((review) => [review.subjectId, review]));
  return new Map(subjectIds.map((id) => [id, judge(open.get(id))]));

  function judge(review: FoundReview | undefined): Result<DecidableReview, ClaimRefusal> {
    if (!review) return refuse("alreadyDecided");
    const claim = checkClaim(review, { accountId, isMember: review.isMember }, tx.now);
    if (!claim.ok) return claim;
    if (!takes && review.claimedById !== accountId) return refuse("alreadyClaimed");
    return accept({ id: review.id, enterpriseId: review.enterpriseId });
  }
}

/**
 * Closes locked reviews with one decision, and draws some for a second look. What is sent back or turned down says why by
 * a reason of the catalogue; what is confirmed has none, so that no confirmation counts among the mistakes.
 */
export async function closeReviews(
  tx: Transaction,
  kind: ReviewSubject,
  reviewIds: readonly string[],
  { decision, note, reasons }: Decision,
  { accountId }: Pick<Actor, "accountId">,
): Promise<Result<null, ReasonsRefusal>> {
  if (needsReason(decision) && reasons.length === 0) return refuse("reasons.required");
  if (isConfirmation(kind, decision) && reasons.length > 0) return refuse("reasons.contrary");
  if (!(await areKnown(tx, kind, reasons))) return refuse("reasons.unknown");
  await tx.prisma.$executeRaw`
    UPDATE reviews SET status = 'decided', decision = ${decision}, note = ${note}, decided_by_id = ${accountId}::uuid,
      decided_at = ${tx.now}::timestamptz, claimed_by_id = ${accountId}::uuid,
      claimed_at = CASE WHEN claimed_by_id = ${accountId}::uuid THEN claimed_at ELSE ${tx.now}::timestamptz END,
      version = version + 1
    WHERE id = ANY(${[...reviewIds]}::uuid[])`;
  if (reasons.length > 0) {
    await tx.prisma.reviewReason.createMany({
      data: reviewIds.flatMap((reviewId) => reasons.map((reason) => ({ reviewId, ...reason }))),
    });
  }
  if (isRechecked(kind)) await drawForRecheck(tx, reviewIds);
  return accept(null);
}

/**
 * Closes the review that the officer holds, inside the transaction that carries out the decision. Guarded by the claim:
 * of two officers, or two windows of one, only the first decides.
 */
export async function decideReview(
  tx: Transaction,
  subject: { kind: ReviewSubject; id: string },
  decision: Decision,
  actor: Actor,
): Promise<Result<{ reviewId: string; enterpriseId: string }, DecideReviewRefusal>> {
  const review = (await lockReviews(tx, subject.kind, [subject.id], actor, { takes: false })).get(subject.id);
  if (!review) return refuse("alreadyDecided");
  if (!review.ok) return review;
  const closed = await closeReviews(tx, subject.kind, [review.value.id], decision, actor);
  if (!closed.ok) return closed;
  return accept({ reviewId: review.value.id, enterpriseId: review.value.enterpriseId });
}

async function areKnown(tx: Transaction, subjectKind: ReviewSubject, reasons: readonly Reason[]): Promise<boolean> {
  const codes = [...new Set(reasons.map(({ reason }) => reason))];
  return codes.length === (await tx.prisma.reasonWords.count({ where: { subjectKind, code: { in: codes } } }));
}
