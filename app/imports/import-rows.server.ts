import type { Transaction } from "~/platform/db/transaction.server";
import { readInside } from "./import-context.server";
import type { ImportValue, RowProblem } from "./import-kind";
import { type RowStatus, takenStatuses } from "./import-workflow";

type TakenStatus = (typeof takenStatuses)[number];

/** One row of an import as it is kept. */
export interface KeptRow {
  number: number;
  status: RowStatus;
  subjectId: string | null;
  values: Readonly<Record<string, ImportValue>>;
  changes: readonly string[];
  problems: readonly RowProblem[] | null;
}

const asJson = (rows: readonly KeptRow[]): string =>
  JSON.stringify(rows.map(({ subjectId, ...row }) => ({ ...row, subject_id: subjectId })));

const columnsOfRow = "number int, status text, subject_id uuid, values jsonb, changes text[], problems jsonb";

/** Keeps what the dry run found; a row that an earlier run settled stays as it is. Answers the numbers of the rows that are new. */
export async function insertImportRows(
  tx: Transaction,
  importId: string,
  rows: readonly KeptRow[],
): Promise<ReadonlySet<number>> {
  const inserted = await tx.prisma.$queryRawUnsafe<{ numbers: number[] | null }[]>(
    `WITH inserted AS (INSERT INTO import_rows (import_id, number, status, subject_id, values, changes, problems)
      SELECT $1::uuid, r.number, r.status, r.subject_id, r.values, r.changes, nullif(r.problems, 'null')
      FROM jsonb_to_recordset($2::jsonb) AS r(${columnsOfRow})
      ON CONFLICT DO NOTHING RETURNING number)
    SELECT array_agg(number) AS numbers FROM inserted`,
    importId,
    asJson(rows),
  );
  return new Set(inserted[0]?.numbers);
}

/** The next rows behind a number that are not settled yet, in the order of the file. */
export function nextImportRows(tx: Transaction, importId: string, behind: number, limit: number): Promise<KeptRow[]> {
  return readInside(tx)<KeptRow>(
    `SELECT number, status, subject_id AS "subjectId", values, changes, problems FROM import_rows
      WHERE import_id = $1::uuid AND number > $2::int AND status IN ('create', 'update', 'skip', 'refuse')
      ORDER BY number LIMIT $3::int`,
    [importId, behind, limit],
  );
}

/** Forgets what a dry run found of rows that were not taken in, and counts those that were. */
export async function keepTakenRows(tx: Transaction, importId: string): Promise<Record<TakenStatus, number>> {
  await tx.prisma.importRow.deleteMany({ where: { importId, status: { notIn: [...takenStatuses] } } });
  const taken = await tx.prisma.importRow.groupBy({ by: ["status"], where: { importId }, _count: true });
  const countOf = (status: TakenStatus) => taken.find((one) => one.status === status)?._count ?? 0;
  return { created: countOf("created"), updated: countOf("updated"), skipped: countOf("skipped") };
}

/** Writes the fate of rows that came as the dry run said: all that are not settled yet, from one number to another. */
export async function settleAsForeseen(
  tx: Transaction,
  importId: string,
  { from, to }: { from: number; to: number },
): Promise<void> {
  await tx.prisma.$executeRaw`
    UPDATE import_rows SET status = CASE status
      WHEN 'create' THEN 'created' WHEN 'update' THEN 'updated' WHEN 'skip' THEN 'skipped' ELSE 'refused' END
    WHERE import_id = ${importId}::uuid AND number BETWEEN ${from}::int AND ${to}::int
      AND status IN ('create', 'update', 'skip', 'refuse')`;
}

/** Writes the fate of rows one by one. */
export async function updateImportRows(tx: Transaction, importId: string, rows: readonly KeptRow[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.prisma.$executeRawUnsafe(
    `UPDATE import_rows i SET status = r.status, subject_id = r.subject_id, changes = r.changes, problems = nullif(r.problems, 'null')
      FROM jsonb_to_recordset($2::jsonb) AS r(${columnsOfRow})
      WHERE i.import_id = $1::uuid AND i.number = r.number`,
    importId,
    asJson(rows),
  );
}
