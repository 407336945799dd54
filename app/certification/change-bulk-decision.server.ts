import type { Actor } from "~/accounts/session.server";
import { type Acting, inTransaction, type Transaction } from "~/platform/db/transaction.server";
import { accept, type Result, refuse } from "~/platform/result";
import { type BulkAction, type BulkStatus, isBulkOver, nextBulkStatus } from "./bulk-decision";

type OwnAction = Extract<BulkAction, "start" | "pause" | "resume" | "cancel">;

const events = {
  start: "bulk-decision.started",
  pause: "bulk-decision.paused",
  resume: "bulk-decision.resumed",
  cancel: "bulk-decision.cancelled",
} as const;

export type ChangeBulkRefusal = "notFound" | "notAllowed" | "nothingChosen";

/**
 * Starts, pauses, resumes or cancels a bulk decision, by the officer whose it is. A batch at work is finished first; what
 * it decided stays. Started twice it runs once: the second time it is no longer waiting for its start.
 */
export async function changeBulkDecision(
  { id, action }: { id: string; action: OwnAction },
  actor: Pick<Actor, "accountId">,
  acting: Acting,
): Promise<Result<null, ChangeBulkRefusal>> {
  return inTransaction(acting, async (tx): Promise<Result<null, ChangeBulkRefusal>> => {
    const found = await lockBulkDecision(tx, id, actor.accountId);
    if (!found) return refuse("notFound");
    const next = nextBulkStatus(found.status, action);
    if (!next.ok) return next;
    const chosen = await tx.prisma.bulkDecisionItem.count({ where: { bulkDecisionId: id, status: "chosen" } });
    if (action === "start" && chosen === 0) return refuse("nothingChosen");
    await tx.prisma.bulkDecision.update({
      where: { id },
      data: {
        status: next.value,
        version: { increment: 1 },
        ...(action === "start" && { startedAt: tx.now }),
        ...(next.value === "running" && { progressedAt: tx.now }),
        ...(isBulkOver(next.value) && { finishedAt: tx.now }),
      },
    });
    tx.record({
      event: events[action],
      subject: { kind: "bulk-decision", id },
      data: { before: { status: found.status }, after: { status: next.value }, chosen },
    });
    if (next.value === "running") enqueueBulkDecision(tx, id);
    return accept(null);
  });
}

/** Takes certificates out of what a bulk decision decides, or puts them back, before it starts. */
export async function chooseInBulk(
  { id, certificateId, chosen }: { id: string; certificateId: string; chosen: boolean },
  actor: Pick<Actor, "accountId">,
  acting: Acting,
): Promise<Result<null, ChangeBulkRefusal>> {
  return inTransaction(acting, async (tx): Promise<Result<null, ChangeBulkRefusal>> => {
    const found = await lockBulkDecision(tx, id, actor.accountId);
    if (!found) return refuse("notFound");
    if (found.status !== "open") return refuse("notAllowed");
    const [from, to] = chosen ? ["left-out", "chosen"] : ["chosen", "left-out"];
    const { count } = await tx.prisma.bulkDecisionItem.updateMany({
      where: { bulkDecisionId: id, certificateId, status: from },
      data: { status: to },
    });
    // Pressed twice, it is as it was wanted already.
    if (count === 0) return accept(null);
    tx.record({
      event: chosen ? "bulk-decision.put-back" : "bulk-decision.left-out",
      subject: { kind: "bulk-decision", id },
      data: { certificateId },
    });
    return accept(null);
  });
}

export function enqueueBulkDecision(tx: Transaction, id: string): void {
  tx.enqueue({ task: "run-bulk-decision", payload: { bulkDecisionId: id }, key: `bulk-decision:${id}` });
}

/** The bulk decision of this officer, held until the transaction ends. */
async function lockBulkDecision(
  tx: Transaction,
  id: string,
  officerId: string,
): Promise<{ status: BulkStatus } | undefined> {
  const [found] = await tx.prisma.$queryRaw<{ status: BulkStatus }[]>`
    SELECT status FROM bulk_decisions WHERE id = ${id}::uuid AND officer_id = ${officerId}::uuid FOR UPDATE`;
  return found;
}
