import { mayEnter } from "~/accounts/access";
import type { Actor } from "~/accounts/session.server";
import { row } from "~/platform/db/client.server";
import type { SheetSource } from "~/platform/sheets/sheet";
import type { Counts, ImportPolicy, ImportStatus } from "./import-workflow";
import type { ImportColumn } from "./read-row";

/** An import as its pages see it. */
export interface FoundImport extends Counts {
  id: string;
  kind: string;
  status: ImportStatus;
  uploaderId: string;
  uploaderName: string;
  enterpriseId: string | null;
  enterpriseName: string | null;
  retryOfId: string | null;
  fileName: string;
  sha256: string;
  mediaType: string;
  source: SheetSource;
  sheet: number;
  headerRow: number;
  dataFrom: number;
  columns: ImportColumn[];
  facts: Record<string, string>;
  policy: ImportPolicy | null;
  failure: string | null;
  version: number;
  createdAt: Date;
  finishedAt: Date | null;
}

export const countColumns = `i.will_create AS "willCreate", i.will_update AS "willUpdate", i.will_skip AS "willSkip", i.will_refuse AS "willRefuse",
  i.created, i.updated, i.skipped, i.refused`;

/** The same columns, as an object's. */
export const countsSelected = {
  willCreate: true,
  willUpdate: true,
  willSkip: true,
  willRefuse: true,
  created: true,
  updated: true,
  skipped: true,
  refused: true,
} as const;

/** An import, for its uploader and for staff who read the registers; undefined for everyone else. */
export async function findImport(importId: string, { accountId, role }: Pick<Actor, "accountId" | "role">) {
  return row<FoundImport>(
    `SELECT i.id, i.kind, i.status, i.uploader_id AS "uploaderId", a.name AS "uploaderName", i.enterprise_id AS "enterpriseId",
        e.name AS "enterpriseName", i.retry_of_id AS "retryOfId", f.original_name AS "fileName", f.sha256, f.media_type AS "mediaType",
        i.source, i.sheet, i.header_row AS "headerRow", i.data_from AS "dataFrom", i.columns, i.facts, i.policy, i.failure,
        i.version, i.created_at AS "createdAt", i.finished_at AS "finishedAt", ${countColumns}
      FROM imports i JOIN files f ON f.id = i.file_id JOIN accounts a ON a.id = i.uploader_id
        LEFT JOIN enterprises e ON e.id = i.enterprise_id
      WHERE i.id = $1 AND (i.uploader_id = $2 OR $3)`,
    [importId, accountId, mayEnter(role, "register.read")],
  );
}
