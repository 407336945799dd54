import { actsFor } from "~/accounts/membership.server";
import type { Actor } from "~/accounts/session.server";
import { type Acting, inTransaction, type Transaction } from "~/platform/db/transaction.server";
import { accept, type Result, refuse } from "~/platform/result";
import { countsSelected } from "./find-import.server";
import {
  type ImportAction,
  type ImportPolicy,
  type ImportStatus,
  isAtWork,
  isOver,
  nextImportStatus,
  policiesOpen,
  remaining,
  takenStatuses,
} from "./import-workflow";

type Changed = Result<null, "notFound" | "notAllowed" | "stale" | "policy.notOpen">;
type OwnAction = Extract<ImportAction, "start" | "pause" | "resume" | "cancel" | "retry">;

const events = {
  start: "import.started",
  pause: "import.paused",
  resume: "import.resumed",
  cancel: "import.cancelled",
  retry: "import.retried",
} as const;

/**
 * Starts, pauses, resumes, cancels or retries an import, by who uploaded it. A batch at work is finished first; what it
 * wrote stays. Started twice it runs once: the second time it is no longer waiting for its start. A retry makes the dry
 * run again for the rows that were not taken in; those that were stay settled.
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
    const open = policiesOpen(remaining(found));
    if (action === "start" && (!policy || !open.includes(policy))) return refuse("policy.notOpen");
    if (action === "retry" && !(await hasRowsLeft(tx, importId))) return refuse("notAllowed");
    await tx.prisma.import.update({
      where: { id: importId },
      data: {
        status: next.value,
        version: { increment: 1 },
        ...(action === "start" && policy && { policy, startedAt: tx.now }),
        ...(action === "retry" && { finishedAt: null, failure: null }),
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

async function hasRowsLeft(tx: Transaction, importId: string): Promise<boolean> {
  const left = await tx.prisma.importRow.findFirst({
    where: { importId, status: { notIn: [...takenStatuses] } },
    select: { number: true },
  });
  return left !== null;
}

/**
 * The import of this uploader, held until the transaction ends. Who may no longer act for its enterprise finds none; who
 * acts on its behalf has every journal entry of the transaction say so.
 */
export async function lockImport(tx: Transaction, importId: string, uploaderId: string) {
  await tx.prisma.$executeRaw`SELECT FROM imports WHERE id = ${importId}::uuid FOR UPDATE`;
  const found = await tx.prisma.import.findFirst({
    where: { id: importId, uploaderId },
    select: {
      kind: true,
      status: true,
      enterpriseId: true,
      version: true,
      ...countsSelected,
    },
  });
  if (!found) return null;
  if (found.enterpriseId && !(await actsFor(tx, uploaderId, found.enterpriseId))) return null;
  return { ...found, status: found.status as ImportStatus };
}
