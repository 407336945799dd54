import type { Transaction } from "~/platform/db/transaction.server";
import type { ReviewSubject } from "./review";

/** Sets how far up the open reviews of subjects belong in the queue; nothing else about the reviews changes. */
export async function setRisks(
  tx: Transaction,
  kind: ReviewSubject,
  risks: readonly { id: string; risk: number }[],
): Promise<void> {
  await tx.prisma.$executeRaw`
    UPDATE reviews SET risk = r.risk FROM jsonb_to_recordset(${JSON.stringify(risks)}::jsonb) AS r(id uuid, risk int)
    WHERE subject_kind = ${kind} AND subject_id = r.id AND status IN ('waiting', 'claimed') AND reviews.risk <> r.risk`;
}
