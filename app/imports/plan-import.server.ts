import { randomUUID } from "node:crypto";
import { actsFor } from "~/accounts/membership.server";
import { row } from "~/platform/db/client.server";
import { inTransaction, type Transaction } from "~/platform/db/transaction.server";
import { accept, type Result, refuse } from "~/platform/result";
import { readSheet } from "~/platform/sheets/read-sheet.server";
import { type SheetRow, type SheetSource, sheetLimits } from "~/platform/sheets/sheet";
import { countRows, inBatches } from "./count-rows";
import { countsSelected } from "./find-import.server";
import { noteFinished } from "./finish-import.server";
import { importContext, readFromPool } from "./import-context.server";
import type { ImportContext, ImportKind } from "./import-kind";
import { insertImportRows, type KeptRow, keepTakenRows, settleAsForeseen } from "./import-rows.server";
import { type Counts, plannedStatuses, policiesOpen, remaining } from "./import-workflow";
import { importKind } from "./kinds.server";
import { holdImport, type ImportAtWork } from "./lease.server";
import { storedPath } from "./open-table.server";
import { type ImportColumn, isBlank, readRow } from "./read-row";
import { type Claims, noClaims, takeClaims } from "./row-claims";

/** Small enough that what is in hand at one time is little beside the process itself. */
export const rowsPerBatch = 1_000;

interface Table {
  kind: string;
  source: SheetSource;
  sheet: number;
  dataFrom: number;
  columns: ImportColumn[];
  sha256: string;
}

/**
 * The dry run: reads the file as a stream and says of each row what would become of it. It writes nothing but its own
 * findings and begins anew when it was interrupted. In a retry the rows that were taken in before are planned too, so that
 * others that repeat them are found, but stay settled. Stops without a word when the import is no longer this job's.
 */
export async function planImport(importId: string, leaseId: string, signal: AbortSignal): Promise<void> {
  const table = await row<Table>(
    `SELECT i.kind, i.source, i.sheet, i.data_from AS "dataFrom", i.columns, f.sha256
      FROM imports i JOIN files f ON f.id = i.file_id WHERE i.id = $1`,
    [importId],
  );
  if (!table) throw new Error(`there is no import ${importId}`);
  const kind = importKind(table.kind);
  const context = await importContext(importId, new Date());
  const work = { importId, leaseId, status: "mapped" as const };
  const acting = () => ({ actorId: context.uploader.accountId, requestId: null, now: new Date() });

  const begun = await inTransaction(acting(), async (tx) => {
    if (!(await holdImport(tx, work))) return refuse("gone");
    const { created, updated, skipped } = await keepTakenRows(tx, importId);
    const foreseen = { willCreate: created, willUpdate: updated, willSkip: skipped, willRefuse: 0 };
    const done = { created, updated, skipped, refused: 0, doneThrough: 0 };
    await tx.prisma.import.update({ where: { id: importId }, data: { ...foreseen, ...done } });
    return accept(null);
  });
  if (!begun.ok) return;

  const claims = noClaims();
  const { source, sheet, columns } = table;
  for await (const batch of inBatches(
    dataRows(table, readSheet(storedPath(table.sha256), source, { sheet, signal })),
    rowsPerBatch,
  )) {
    signal.throwIfAborted();
    const kept = await planRows(batch, columns, kind, context, claims);
    const written = await inTransaction(acting(), async (tx) => {
      if (!(await holdImport(tx, work))) return refuse("gone");
      const inserted = await insertImportRows(tx, importId, kept);
      const open = kept.filter(({ number }) => inserted.has(number));
      const { create, update, skip, refuse: refused } = countRows(open, plannedStatuses);
      await tx.prisma.import.update({
        where: { id: importId },
        data: {
          willCreate: { increment: create },
          willUpdate: { increment: update },
          willSkip: { increment: skip },
          willRefuse: { increment: refused },
          doneThrough: kept.at(-1)?.number ?? 0,
        },
      });
      return accept(null);
    });
    if (!written.ok) return;
  }

  await inTransaction(acting(), async (tx) => {
    const held = await holdImport(tx, work);
    if (!held) return refuse("gone");
    const { startedAt, ...counts } = await tx.prisma.import.findUniqueOrThrow({
      where: { id: importId },
      select: { ...countsSelected, startedAt: true },
    });
    if (startedAt && policiesOpen(remaining(counts)).length === 0) return endRetry(tx, held, counts);
    const isEmpty = (await tx.prisma.importRow.findFirst({ where: { importId }, select: { number: true } })) === null;
    await tx.prisma.import.update({
      where: { id: importId },
      data: isEmpty
        ? { status: "failed", failure: "imports:failure.noRows", finishedAt: tx.now, version: { increment: 1 } }
        : { status: "planned", doneThrough: 0, version: { increment: 1 } },
    });
    return accept(null);
  });
}

/** A retry that finds nothing to take in is through with its dry run: it leaves no import that waits for a start that cannot be. */
async function endRetry(tx: Transaction, held: ImportAtWork, counts: Counts): Promise<Result<null, never>> {
  const { enterpriseId, uploaderId, id } = held;
  // For the mark of who acts on behalf; nothing is written that would need the right.
  if (enterpriseId) await actsFor(tx, uploaderId, enterpriseId);
  await settleAsForeseen(tx, id, { from: 0, to: sheetLimits.rows });
  const { skip, refuse: refused } = remaining(counts);
  const data = { skipped: { increment: skip }, refused: { increment: refused } };
  const done = await tx.prisma.import.update({
    where: { id },
    data: { ...data, status: "finished", finishedAt: tx.now, version: { increment: 1 } },
    select: countsSelected,
  });
  await noteFinished(tx, held, done);
  return accept(null);
}

async function* dataRows({ dataFrom }: Table, rows: AsyncIterable<SheetRow>): AsyncIterable<SheetRow> {
  for await (const row of rows) if (row.number >= dataFrom && !isBlank(row)) yield row;
}

async function planRows(
  batch: readonly SheetRow[],
  columns: readonly ImportColumn[],
  kind: ImportKind,
  context: ImportContext,
  claims: Claims,
): Promise<KeptRow[]> {
  const readings = batch.map((row) => readRow(row, columns, kind.fields));
  const readable = readings.flatMap(({ number, values, problems }) =>
    problems.length === 0 ? [{ number, values, newId: randomUUID() }] : [],
  );
  const plan = await kind.plan(readable, context, readFromPool);
  const planned = new Map(plan.rows.map((row) => [row.number, row]));
  return readings.map(({ number, values, problems }): KeptRow => {
    const found = planned.get(number);
    const kept = { number, values, changes: found?.changes ?? [] };
    if (!found || found.outcome === "refuse") {
      return { ...kept, status: "refuse", subjectId: null, problems: found?.problems ?? problems };
    }
    const repeated = takeClaims(claims, found);
    if (repeated !== null) {
      const problem = { field: null, code: "imports:problem.repeats", params: { row: repeated } };
      return { ...kept, status: "refuse", subjectId: null, problems: [problem] };
    }
    const notes = found.problems.length > 0 ? found.problems : null;
    return { ...kept, status: found.outcome, subjectId: found.subjectId, problems: notes };
  });
}
