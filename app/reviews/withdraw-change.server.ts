import { actsFor } from "~/accounts/membership.server";
import type { Actor } from "~/accounts/session.server";
import { type Acting, inTransaction, type Transaction } from "~/platform/db/transaction.server";
import { accept, type Result, refuse } from "~/platform/result";
import { cancelReview } from "./open-review.server";
import { lockLiveChange } from "./propose-change.server";
import { type ChangeStatus, type ChangeSubject, nextChangeStatus } from "./proposed-change";

/** A member takes a proposal back before it is decided, or gives up one that was returned. */
export async function withdrawChange(
  { changeId, enterpriseId, version }: { changeId: string; enterpriseId: string; version: number },
  actor: Actor,
  acting: Acting,
): Promise<Result<true, "notFound" | "notAllowed" | "stale">> {
  return inTransaction(acting, async (tx) => {
    if (!(await actsFor(tx, actor.accountId, enterpriseId))) return refuse("notFound");
    const found = await tx.prisma.proposedChange.findFirst({
      where: { id: changeId, enterpriseId },
      select: { status: true },
    });
    if (!found) return refuse("notFound");
    const next = nextChangeStatus(found.status as ChangeStatus, "withdraw", "owner");
    if (!next.ok) return next;
    const { count } = await tx.prisma.proposedChange.updateMany({
      where: { id: changeId, version, status: found.status },
      data: { status: next.value, decidedById: null, decidedAt: null, version: { increment: 1 } },
    });
    if (count === 0) return refuse("stale");
    await close(tx, changeId, enterpriseId);
    return accept(true);
  });
}

/** A subject that ends (a product withdrawn, a certificate revoked) takes its proposal with it. */
export async function dropChange(
  tx: Transaction,
  subject: { kind: ChangeSubject; id: string; enterpriseId: string },
): Promise<void> {
  const live = await lockLiveChange(tx, subject);
  if (!live) return;
  await tx.prisma.proposedChange.update({
    where: { id: live.id },
    data: { status: "withdrawn", decidedById: null, decidedAt: null, version: { increment: 1 } },
  });
  await close(tx, live.id, subject.enterpriseId);
}

async function close(tx: Transaction, changeId: string, enterpriseId: string): Promise<void> {
  await cancelReview(tx, { kind: "change", id: changeId });
  tx.record({ event: "change.withdrawn", subject: { kind: "change", id: changeId }, enterpriseId });
}
