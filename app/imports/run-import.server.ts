import { randomUUID } from "node:crypto";
import { actsFor } from "~/accounts/membership.server";
import { inTransaction, type Transaction } from "~/platform/db/transaction.server";
import { accept, type Result, refuse } from "~/platform/result";
import { countRows } from "./count-rows";
import { cutBatch, doneStatus } from "./cut-batch";
import { noteFinished } from "./finish-import.server";
import { importContext, readInside } from "./import-context.server";
import type { ImportContext, ImportKind, PlannedRow } from "./import-kind";
import { type KeptRow, nextImportRows, settleAsForeseen, updateImportRows } from "./import-rows.server";
import { doneStatuses, type ImportPolicy } from "./import-workflow";
import { importKind } from "./kinds.server";
import { holdImport, type ImportAtWork } from "./lease.server";
import { rowsPerBatch } from "./plan-import.server";
import { undone } from "./row-outcome";
import { tellOfImport } from "./tell-of-import.server";

const attempts = 6;

type Step = Result<"more" | "done", "gone" | "changed" | "notAllowed" | "undone">;

/**
 * Takes in the planned rows batch by batch. Each batch commits its effects, their journal entries, the fate of its rows
 * and how far the run has come in one transaction, so that a killed process goes on exactly behind the last of them.
 * All or nothing is one transaction for all batches.
 */
export async function runImport(importId: string, leaseId: string, signal: AbortSignal): Promise<void> {
  const work = { importId, leaseId, status: "running" as const };
  let tries = 0;
  for (;;) {
    signal.throwIfAborted();
    const context = await importContext(importId, new Date());
    const acting = { actorId: context.uploader.accountId, requestId: null, now: context.now };
    const refusedNow: KeptRow[] = [];
    const step = await inTransaction(acting, async (tx): Promise<Step> => {
      const held = await holdImport(tx, work);
      if (!held) return refuse("gone");
      const { enterpriseId, uploader } = context;
      if (enterpriseId && !(await actsFor(tx, uploader.accountId, enterpriseId))) return refuse("notAllowed");
      const run = { tx, held, context, kind: importKind(held.kind), policy: held.policy ?? "stop" };
      if (run.policy !== "all") return takeBatch(run, held.doneThrough, refusedNow);
      let through = held.doneThrough;
      for (;;) {
        const one = await takeBatch(run, through, refusedNow);
        if (!one.ok || one.value === "done") return one;
        through = one.through;
      }
    }).catch((error: unknown): Step => {
      if (metUniqueConstraint(error)) return refuse("changed");
      throw error;
    });
    if (step.ok && step.value === "done") return;
    if (step.ok) tries = 0;
    else if (step.code === "gone") return;
    else if (step.code === "notAllowed") return failImport(work, "imports:failure.notAllowed");
    else if (step.code === "undone") return failImport(work, undone, refusedNow);
    else if (++tries >= attempts) throw new Error("the import's rows keep changing under it");
  }
}

/** Somebody else took a unique value between the plan and the write; raw statements tell by PostgreSQL's own code. */
const metUniqueConstraint = (error: unknown): boolean => error instanceof Error && /\b23505\b/.test(error.message);

interface Run {
  tx: Transaction;
  held: ImportAtWork;
  context: ImportContext;
  kind: ImportKind;
  policy: ImportPolicy;
}

type Taken = Extract<Step, { ok: false }> | { ok: true; value: "more" | "done"; through: number };

async function takeBatch(
  { tx, held, context, kind, policy }: Run,
  behind: number,
  refusedNow: KeptRow[],
): Promise<Taken> {
  const rows = await nextImportRows(tx, held.id, behind, rowsPerBatch);
  const toWrite = rows
    .filter(({ status }) => status === "create" || status === "update")
    .map(({ number, values, status, subjectId }) => {
      return { number, values, newId: status === "create" && subjectId ? subjectId : randomUUID() };
    });
  const plan = await kind.plan(toWrite, context, readInside(tx));
  const again = new Map(plan.rows.map((row) => [row.number, row]));
  const { before, undo } = cutBatch(rows, again, policy);
  const taken = rows.filter(({ number }) => before === null || number < before);
  const settled = (undo ? rows : taken).map((row) => settledRow(row, again.get(row.number)));
  if (undo) {
    refusedNow.splice(0, refusedNow.length, ...settled.filter(({ status }) => status === "refused"));
    return refuse("undone");
  }
  const chosen = new Set(
    settled.flatMap(({ number, status }) => (status === "created" || status === "updated" ? [number] : [])),
  );
  const applied = chosen.size > 0 ? await plan.apply(tx, chosen) : accept(null);
  if (!applied.ok) return applied;
  const isDone = before !== null || rows.length < rowsPerBatch;
  const through = settled.at(-1)?.number ?? behind;
  const differing = settled.filter((row, at) => !isAsForeseen(taken[at], row));
  await updateImportRows(tx, held.id, differing);
  await settleAsForeseen(tx, held.id, { from: behind + 1, to: through });
  await countBatch(tx, held, settled, through, isDone);
  return { ok: true, value: isDone ? "done" : "more", through };
}

function settledRow(row: KeptRow, again: PlannedRow | undefined): KeptRow {
  const status = doneStatus(row.status, again);
  if (!again) return { ...row, status };
  const { subjectId, changes, problems } = again;
  return { ...row, status, subjectId, changes, problems: problems.length > 0 ? problems : null };
}

const isAsForeseen = (foreseen: KeptRow | undefined, settled: KeptRow): boolean =>
  foreseen !== undefined &&
  settled.status === doneStatus(foreseen.status, undefined) &&
  settled.subjectId === foreseen.subjectId &&
  JSON.stringify([settled.changes, settled.problems]) === JSON.stringify([foreseen.changes, foreseen.problems]);

async function countBatch(
  tx: Transaction,
  held: ImportAtWork,
  settled: readonly KeptRow[],
  through: number,
  isDone: boolean,
): Promise<void> {
  const { created, updated, skipped, refused } = countRows(settled, doneStatuses);
  const counts = await tx.prisma.import.update({
    where: { id: held.id },
    data: {
      created: { increment: created },
      updated: { increment: updated },
      skipped: { increment: skipped },
      refused: { increment: refused },
      doneThrough: through,
      ...(isDone && { status: "finished", finishedAt: tx.now, version: { increment: 1 } }),
    },
    select: { created: true, updated: true, skipped: true, refused: true },
  });
  if (isDone) await noteFinished(tx, held, counts);
}

/** Ends an import that cannot go on, with the reason; rows that were the reason say so. */
export async function failImport(
  work: { importId: string; leaseId: string; status: "mapped" | "running" },
  failure: string,
  refusedNow: readonly KeptRow[] = [],
): Promise<void> {
  await inTransaction({ actorId: null, requestId: null, now: new Date() }, async (tx) => {
    const held = await holdImport(tx, work);
    if (!held) return refuse("gone");
    await updateImportRows(tx, held.id, refusedNow);
    await tx.prisma.import.update({
      where: { id: held.id },
      data: {
        status: "failed",
        failure,
        finishedAt: tx.now,
        refused: { increment: refusedNow.length },
        version: { increment: 1 },
      },
    });
    tx.record({
      event: "import.failed",
      subject: { kind: "import", id: held.id },
      enterpriseId: held.enterpriseId,
      data: { after: { failure } },
    });
    await tellOfImport(tx, held, null);
    return accept(null);
  });
}
