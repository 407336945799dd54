import type { Actor } from "~/accounts/session.server";
import { type Acting, inTransaction, type Transaction } from "~/platform/db/transaction.server";
import { accept, type Result, refuse } from "~/platform/result";
import {
  type ImportAction,
  type ImportPolicy,
  type ImportStatus,
  isAtWork,
  isOver,
  nextImportStatus,
  policiesOpen,
} from "./import-workflow";

type Changed = Result<null, "notFound" | "notAllowed" | "stale" | "policy.notOpen">;
type OwnAction = Extract<ImportAction, "start" | "pause" | "resume" | "cancel">;

const events = {
  start: "import.started",
  pause: "import.paused",
  resume: "import.resumed",
  cancel: "import.cancelled",
} as const;

/**
 * Starts, pauses, resumes or cancels an import, by who uploaded it. A batch at work is finished first; what it wrote
 * stays. Started twice it runs once: the second time it is no longer waiting for its start.
 */
export async function changeImport(
  { importId, action, policy }: { importId: string; action: OwnAction; policy?: ImportPolicy },
  actor: Actor,
  acting: Acting,
): Promise<Changed> {
  return inTransaction(acting, async (tx): Promise<Changed> => {
    const found = await lockImport(tx, importId, actor.accountId);
    if (!found) return refuse("notFound");
    const next = nextImportStatus(found.status, action);
    if (!next.ok) return next;
    const { willCreate: create, willUpdate: update, willSkip: skip, willRefuse } = found;
    const open = policiesOpen({ create, update, skip, refuse: willRefuse });
    if (action === "start" && (!policy || !open.includes(policy))) return refuse("policy.notOpen");
    await tx.prisma.import.update({
      where: { id: importId },
      data: {
        status: next.value,
        version: { increment: 1 },
        ...(action === "start" && policy && { policy, startedAt: tx.now }),
        ...(isOver(next.value) && { finishedAt: tx.now }),
      },
    });
    tx.record({
      event: events[action],
      subject: { kind: "import", id: importId },
      enterpriseId: found.enterpriseId,
      data: { before: { status: found.status }, after: { status: next.value, ...(policy && { policy }) } },
    });
    if (isAtWork(next.value)) {
      tx.enqueue({ task: "work-import", payload: { importId }, key: `import:${importId}` });
    }
    return accept(null);
  });
}

/** The import of this uploader, held until the transaction ends. */
export async function lockImport(tx: Transaction, importId: string, uploaderId: string) {
  await tx.prisma.$executeRaw`SELECT FROM imports WHERE id = ${importId}::uuid FOR UPDATE`;
  const found = await tx.prisma.import.findFirst({
    where: { id: importId, uploaderId },
    select: {
      kind: true,
      status: true,
      enterpriseId: true,
      version: true,
      willCreate: true,
      willUpdate: true,
      willSkip: true,
      willRefuse: true,
    },
  });
  return found && { ...found, status: found.status as ImportStatus };
}
