import { mayEnter } from "~/accounts/access";
import type { Actor } from "~/accounts/session.server";
import { row, rows } from "~/platform/db/client.server";
import type { AskedPage } from "~/platform/http/params.server";
import { countColumns } from "./find-import.server";
import type { RowProblem } from "./import-kind";
import type { Counts, ImportStatus, RowStatus } from "./import-workflow";

export interface ListedImport extends Counts {
  id: string;
  kind: string;
  status: ImportStatus;
  fileName: string;
  uploaderName: string;
  enterpriseName: string | null;
  createdAt: Date;
}

/** The imports that an account uploaded, or for staff all, the newest first. */
export async function listImports(
  { accountId, role }: Pick<Actor, "accountId" | "role">,
  { limit, offset }: AskedPage,
): Promise<{ imports: ListedImport[]; total: number }> {
  const isStaff = mayEnter(role, "register.read");
  const [imports, counted] = await Promise.all([
    rows<ListedImport>(
      `SELECT i.id, i.kind, i.status, f.original_name AS "fileName", a.name AS "uploaderName", e.name AS "enterpriseName",
          i.created_at AS "createdAt", ${countColumns}
        FROM imports i JOIN files f ON f.id = i.file_id JOIN accounts a ON a.id = i.uploader_id
          LEFT JOIN enterprises e ON e.id = i.enterprise_id
        WHERE ${isStaff ? "$1::uuid IS NOT NULL" : "i.uploader_id = $1"}
        ORDER BY i.created_at DESC, i.id LIMIT $2 OFFSET $3`,
      [accountId, limit, offset],
    ),
    row<{ total: number }>(
      `SELECT count(*)::int AS total FROM imports i WHERE ${isStaff ? "$1::uuid IS NOT NULL" : "i.uploader_id = $1"}`,
      [accountId],
    ),
  ]);
  return { imports, total: counted?.total ?? 0 };
}

export interface ListedRow {
  number: number;
  status: RowStatus;
  subjectId: string | null;
  title: string | null;
  changes: string[];
  problems: RowProblem[] | null;
}

/** Rows of an import by what becomes or became of them, in the order of the file. */
export function listImportRows(
  importId: string,
  { statuses, titleField }: { statuses: readonly RowStatus[]; titleField: string },
  { limit, offset }: AskedPage,
): Promise<ListedRow[]> {
  return rows<ListedRow>(
    `SELECT number, status, subject_id AS "subjectId", values->>$3 AS title, changes, problems FROM import_rows
      WHERE import_id = $1 AND status = ANY($2) ORDER BY number LIMIT $4 OFFSET $5`,
    [importId, statuses, titleField, limit, offset],
  );
}

/** How many rows an import has of each status. */
export async function countImportRows(importId: string): Promise<Partial<Record<RowStatus, number>>> {
  const counted = await rows<{ status: RowStatus; count: number }>(
    "SELECT status, count(*)::int AS count FROM import_rows WHERE import_id = $1 GROUP BY status",
    [importId],
  );
  return Object.fromEntries(counted.map(({ status, count }) => [status, count]));
}

/** The fate of the rows of an import behind a number, in the order of the file. */
export function listFates(importId: string, behind: number, limit: number) {
  return rows<Pick<ListedRow, "number" | "status" | "problems">>(
    `SELECT number, status, problems FROM import_rows WHERE import_id = $1 AND number > $2 ORDER BY number LIMIT $3`,
    [importId, behind, limit],
  );
}

/** The enterprises for which an account may import, at most 200, by name. */
export function listImportableEnterprises(accountId: string): Promise<{ id: string; name: string }[]> {
  return rows(
    `SELECT e.id, e.name FROM representatives r JOIN enterprises e ON e.id = r.enterprise_id
      WHERE r.account_id = $1 ORDER BY e.name, e.id LIMIT 200`,
    [accountId],
  );
}

/** The files that brought an import's failed rows again. */
export function listRetries(importId: string): Promise<{ id: string; fileName: string }[]> {
  return rows(
    `SELECT i.id, f.original_name AS "fileName" FROM imports i JOIN files f ON f.id = i.file_id
      WHERE i.retry_of_id = $1 ORDER BY i.created_at LIMIT 50`,
    [importId],
  );
}
