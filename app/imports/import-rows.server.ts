import type { Transaction } from "~/platform/db/transaction.server";
import type { ImportValue, RowProblem } from "./import-kind";
import type { RowStatus } from "./import-workflow";

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

export async function insertImportRows(tx: Transaction, importId: string, rows: readonly KeptRow[]): Promise<void> {
  await tx.prisma.$executeRawUnsafe(
    `INSERT INTO import_rows (import_id, number, status, subject_id, values, changes, problems)
      SELECT $1::uuid, r.number, r.status, r.subject_id, r.values, r.changes, nullif(r.problems, 'null')
      FROM jsonb_to_recordset($2::jsonb) AS r(${columnsOfRow})`,
    importId,
    asJson(rows),
  );
}

/** The next rows behind a number, in the order of the file. */
export async function nextImportRows(
  tx: Transaction,
  importId: string,
  behind: number,
  limit: number,
): Promise<KeptRow[]> {
  return tx.prisma.$queryRawUnsafe<KeptRow[]>(
    `SELECT number, status, subject_id AS "subjectId", values, changes, problems FROM import_rows
      WHERE import_id = $1::uuid AND number > $2::int ORDER BY number LIMIT $3::int`,
    importId,
    behind,
    limit,
  );
}

export async function updateImportRows(tx: Transaction, importId: string, rows: readonly KeptRow[]): Promise<void> {
  await tx.prisma.$executeRawUnsafe(
    `UPDATE import_rows i SET status = r.status, subject_id = r.subject_id, changes = r.changes, problems = nullif(r.problems, 'null')
      FROM jsonb_to_recordset($2::jsonb) AS r(${columnsOfRow})
      WHERE i.import_id = $1::uuid AND i.number = r.number`,
    importId,
    asJson(rows),
  );
}
