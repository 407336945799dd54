import type { Transaction } from "~/platform/db/transaction.server";
import type { ReviewSubject } from "./review";

export interface Subject {
  kind: ReviewSubject;
  id: string;
  enterpriseId: string;
}

/** Puts a subject in the queue, inside the transaction that makes it reviewable. */
export async function openReview(tx: Transaction, subject: Subject): Promise<void> {
  await tx.prisma.review.create({
    data: {
      subjectKind: subject.kind,
      subjectId: subject.id,
      enterpriseId: subject.enterpriseId,
      openedAt: tx.now,
    },
  });
}

/** Takes a subject out of the queue; false when no review of it was open. */
export async function cancelReview(tx: Transaction, subject: Pick<Subject, "kind" | "id">): Promise<boolean> {
  const { count } = await tx.prisma.review.updateMany({
    where: { subjectKind: subject.kind, subjectId: subject.id, status: { in: ["waiting", "claimed"] } },
    data: { status: "cancelled", version: { increment: 1 } },
  });
  return count > 0;
}
