import type { Transaction } from "~/platform/db/transaction.server";
import type { ReviewSubject } from "./review";

export interface Subject {
  kind: ReviewSubject;
  id: string;
  enterpriseId: string;
}

/** What the queue shows of a subject and filters by. */
export interface QueueFacts {
  /** What tells it apart at a glance: a certificate's number, a product's name. */
  label: string;
  schemeId?: string;
  /** 0 is ordinary; the higher, the sooner it deserves an officer's eyes. */
  risk?: number;
  /** The officer who proposed it, and so may not be the one who decides. */
  barredId?: string;
}

/** Puts a subject in the queue, inside the transaction that makes it reviewable. */
export const openReview = (tx: Transaction, { kind, ...subject }: Subject, facts: QueueFacts): Promise<void> =>
  openReviews(tx, kind, [{ ...subject, ...facts }]);

/** The same of many subjects of one kind, by as many statements. */
export async function openReviews(
  tx: Transaction,
  kind: ReviewSubject,
  subjects: readonly (Omit<Subject, "kind"> & QueueFacts)[],
): Promise<void> {
  const enterprises = await tx.prisma.enterprise.findMany({
    where: { id: { in: [...new Set(subjects.map(({ enterpriseId }) => enterpriseId))] } },
    select: { id: true, areaId: true },
  });
  const areas = new Map(enterprises.map(({ id, areaId }) => [id, areaId]));
  await tx.prisma.review.createMany({
    data: subjects.map(({ id, enterpriseId, label, schemeId, risk, barredId }) => ({
      subjectKind: kind,
      subjectId: id,
      enterpriseId,
      label: label.slice(0, 300),
      schemeId: schemeId ?? null,
      areaId: areas.get(enterpriseId) ?? null,
      risk: risk ?? 0,
      barredId: barredId ?? null,
      openedAt: tx.now,
    })),
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
