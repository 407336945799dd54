import { may } from "~/accounts/access";
import type { Actor } from "~/accounts/session.server";
import { dayOf } from "~/platform/day";
import { type Acting, inTransaction } from "~/platform/db/transaction.server";
import { accept, type Result, refuse } from "~/platform/result";
import { queueConditions, queueOrderSql, queueValues } from "./queue-conditions.server";
import type { QueueFilter, QueueOrder } from "./queue-filter";
import { leaseFrom, type ReviewSubject } from "./review";

interface Taken {
  id: string;
  kind: ReviewSubject;
  subjectId: string;
  enterpriseId: string;
  heldBefore: string | null;
}

// Rows that another officer is taking at this moment are skipped, not waited for: each gets one of their own.
const takeNext = (order: QueueOrder): string => `
  WITH next AS (
    SELECT r.id, r.claimed_by_id FROM reviews r
    WHERE ${queueConditions}
      AND (r.status = 'waiting' OR r.lease_until <= $10::timestamptz)
      AND r.barred_id IS DISTINCT FROM $11::uuid
      AND NOT EXISTS (SELECT FROM parties m WHERE m.enterprise_id = r.enterprise_id AND m.account_id = $11::uuid)
    ORDER BY ${queueOrderSql[order]} LIMIT 1 FOR UPDATE OF r SKIP LOCKED)
  UPDATE reviews t SET status = 'claimed', claimed_by_id = $11::uuid, claimed_at = $10::timestamptz,
      lease_until = $12::timestamptz, version = t.version + 1
    FROM next WHERE t.id = next.id
  RETURNING t.id, t.subject_kind AS kind, t.subject_id AS "subjectId", t.enterprise_id AS "enterpriseId",
    next.claimed_by_id AS "heldBefore"`;

/**
 * An officer takes the next free review of the queue as filtered and ordered: nobody holds it, they did not propose it,
 * and it concerns no enterprise of theirs. Refuses "queueEmpty" when there is none.
 */
export async function takeNextReview(
  { filter, order }: { filter: QueueFilter; order: QueueOrder },
  actor: Actor,
  acting: Acting,
): Promise<Result<{ kind: ReviewSubject; subjectId: string }, "notFound" | "queueEmpty">> {
  if (!may(actor.role, "review.work")) return refuse("notFound");
  return inTransaction(acting, async (tx) => {
    const [taken] = await tx.prisma.$queryRawUnsafe<Taken[]>(
      takeNext(order),
      ...queueValues({ ...filter, heldBy: null }, dayOf(tx.now)),
      tx.now,
      actor.accountId,
      leaseFrom(tx.now),
    );
    if (!taken) return refuse("queueEmpty" as const);
    const { id, kind, subjectId, enterpriseId, heldBefore } = taken;
    tx.record({
      event: "review.claimed",
      subject: { kind: "review", id },
      enterpriseId,
      data: { of: { kind, id: subjectId }, before: { claimedById: heldBefore } },
    });
    return accept({ kind, subjectId });
  });
}
