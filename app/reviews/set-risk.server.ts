import type { Transaction } from "~/platform/db/transaction.server";
import type { ReviewSubject } from "./review";

/** Sets how far up the open review of a subject belongs in the queue; nothing else about the review changes. */
export async function setRisk(
  tx: Transaction,
  subject: { kind: ReviewSubject; id: string },
  risk: number,
): Promise<void> {
  await tx.prisma.review.updateMany({
    where: { subjectKind: subject.kind, subjectId: subject.id, status: { in: ["waiting", "claimed"] } },
    data: { risk },
  });
}
