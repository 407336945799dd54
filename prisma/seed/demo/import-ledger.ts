import { createHash } from "node:crypto";
import type { ImportColumn } from "~/imports/read-row";
import { buildFile, buildImport } from "../builders";
import type { AccountRow, ImportDataRow, ImportRowRow } from "../rows";
import { type Ledger, next, note } from "./ledger";

export interface DemoTable {
  kind: string;
  uploader: AccountRow;
  enterpriseId: string | null;
  name: string;
  uploadedAt: Date;
  columns: readonly ImportColumn[];
  /** The cells of each row below the titles. */
  rows: readonly (readonly string[])[];
  facts?: Readonly<Record<string, string>>;
}

export const column = (title: string, field: string | null, reason: string | null = null): ImportColumn => ({
  title,
  samples: [],
  field,
  reason,
});

/** What became of a row of a table that is taken in. */
export type DemoFate = Pick<ImportRowRow, "status" | "values"> & Partial<ImportRowRow>;

export const refused = (values: DemoFate["values"], field: string | null, code: string, value?: string): DemoFate => ({
  status: "refused",
  values,
  problems: [{ field, code, ...(value !== undefined && { value }) }],
});

/** A table that somebody uploaded and whose columns are still to be confirmed. */
export function addUploadedTable(ledger: Ledger, table: DemoTable, given: Partial<ImportDataRow> = {}): ImportDataRow {
  const { kind, uploader, enterpriseId, name, uploadedAt, columns, rows, facts = {} } = table;
  const lines = [columns.map(({ title }) => title), ...rows].map((cells) => cells.join(";"));
  const content = Buffer.from(`${lines.join("\n")}\n`);
  ledger.uploads.push(content);
  const stored = {
    sha256: createHash("sha256").update(content).digest("hex"),
    sizeBytes: content.length,
    mediaType: "text/csv",
    width: null,
    height: null,
  };
  const about = { enterpriseId, uploadedById: uploader.id, createdAt: uploadedAt };
  const file = buildFile(next(ledger, "files"), { ...stored, ...about, purpose: "import", originalName: name });
  ledger.tables.files.push(file);
  const sampled = columns.map((one, at) => ({
    ...one,
    samples: [...new Set(rows.map((cells) => cells[at] ?? ""))].filter((cell) => cell !== "").slice(0, 3),
  }));
  const uploaded = buildImport(next(ledger, "imports"), {
    kind,
    uploaderId: uploader.id,
    enterpriseId,
    fileId: file.id,
    createdAt: uploadedAt,
    source: { format: "csv", encoding: "utf-8", delimiter: ";", sheets: [name] },
    columns: sampled,
    facts,
    ...given,
  });
  ledger.tables.imports.push(uploaded);
  note(ledger, uploadedAt, uploader.id, "import.uploaded", uploaded.id, { enterpriseId, after: { kind, file: name } });
  return uploaded;
}

/** A table that is taken in as far as it could be: its fates are those of its rows, in their order. */
export function addFinishedTable(
  ledger: Ledger,
  table: DemoTable,
  finishedAt: Date,
  fates: readonly DemoFate[],
): ImportDataRow {
  const count = (status: string) => fates.filter((fate) => fate.status === status).length;
  const [created, updated, skipped, refused] = ["created", "updated", "skipped", "refused"].map(count) as [
    ...[number, number, number, number],
  ];
  const done = { created, updated, skipped, refused };
  const uploaded = addUploadedTable(ledger, table, {
    status: "finished",
    policy: "skip",
    startedAt: finishedAt,
    finishedAt,
    willCreate: created,
    willUpdate: updated,
    willSkip: skipped,
    willRefuse: refused,
    ...done,
    doneThrough: fates.length + 1,
  });
  const none = { subjectId: null, changes: [], problems: null };
  ledger.tables.import_rows.push(
    ...fates.map((fate, at) => ({ importId: uploaded.id, number: at + 2, ...none, ...fate })),
  );
  const { uploader, enterpriseId } = table;
  note(ledger, finishedAt, uploader.id, "import.finished", uploaded.id, { enterpriseId, after: done });
  return uploaded;
}
