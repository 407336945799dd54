import { actsFor } from "~/accounts/membership.server";
import type { Actor } from "~/accounts/session.server";
import { row } from "~/platform/db/client.server";
import { type Acting, inTransaction, isUniqueViolation } from "~/platform/db/transaction.server";
import { copyOf, storeContent } from "~/platform/files/content.server";
import { cleanFileName } from "~/platform/files/file-name";
import { incomingPath } from "~/platform/files/incoming.server";
import type { PreparedFile } from "~/platform/files/store.server";
import { accept, type Result, refuse } from "~/platform/result";
import { inspectSheet } from "~/platform/sheets/inspect-sheet.server";
import { type SheetRefusal, SheetRefused, type SheetSource } from "~/platform/sheets/sheet";
import type { ImportKind } from "./import-kind";
import { mayImport } from "./kinds.server";
import { findTable, type TableStart } from "./open-table.server";
import { columnsAsBefore } from "./propose-columns";
import type { ImportColumn } from "./read-row";

export interface NewImport {
  id: string;
  kind: ImportKind;
  enterpriseId: string | null;
  facts: Readonly<Record<string, string>>;
  /** Signed papers that came with the table, by the fact they answer. */
  scans: Readonly<Record<string, PreparedFile>>;
  /** The import whose failed rows are brought again, and how its columns were used. */
  retryOf?: { id: string; columns: readonly ImportColumn[] };
}

type Created = Result<{ id: string }, "notFound" | SheetRefusal>;

const mediaTypes = {
  csv: "text/csv",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
} as const;

/**
 * Takes in a table: keeps the file, finds its titles and proposes what the columns mean. A corrected file whose columns
 * are as before goes straight to its dry run. Sent twice with one id it is one import.
 */
export async function createImport(
  input: NewImport,
  upload: { path: string; fileName: string },
  actor: Actor,
  acting: Acting,
): Promise<Created> {
  if (!mayImport(actor.role, input.kind)) return refuse("notFound");
  const looked = await lookInto(upload, input.kind);
  if (!looked.ok) return looked;
  const { source, start } = looked.value;
  const stored = await storeContent(await copyOf(upload.path, await incomingPath()));
  const columns = input.retryOf ? columnsAsBefore(start.columns, input.retryOf.columns) : null;
  const file = { ...stored, mediaType: mediaTypes[source.format], originalName: cleanFileName(upload.fileName) };
  try {
    return await inTransaction(acting, async (tx): Promise<Created> => {
      const { id, kind, enterpriseId } = input;
      if (kind.forEnterprise !== (enterpriseId !== null)) return refuse("notFound");
      if (enterpriseId && !(await actsFor(tx, actor.accountId, enterpriseId))) return refuse("notFound");
      const owner = { enterpriseId, uploadedById: actor.accountId, createdAt: tx.now };
      const table = await tx.prisma.storedFile.create({
        data: { ...file, ...owner, purpose: "import" },
        select: { id: true },
      });
      const facts: Record<string, string> = { ...input.facts };
      for (const [name, scan] of Object.entries(input.scans)) {
        const kept = await tx.prisma.storedFile.create({
          data: { ...scan, ...owner, purpose: "scan" },
          select: { id: true },
        });
        facts[name] = kept.id;
      }
      await tx.prisma.import.create({
        data: {
          id,
          kind: kind.name,
          uploaderId: actor.accountId,
          enterpriseId,
          fileId: table.id,
          retryOfId: input.retryOf?.id ?? null,
          status: columns ? "mapped" : "uploaded",
          source: { ...source },
          ...start,
          columns: [...(columns ?? start.columns)].map((column) => ({ ...column, samples: [...column.samples] })),
          facts,
          createdAt: tx.now,
        },
      });
      const after = { kind: kind.name, file: file.originalName, ...(input.retryOf && { retryOf: input.retryOf.id }) };
      tx.record({ event: "import.uploaded", subject: { kind: "import", id }, enterpriseId, data: { after } });
      if (columns) tx.enqueue({ task: "work-import", payload: { importId: id }, key: `import:${id}` });
      return accept({ id });
    });
  } catch (error) {
    if (!isUniqueViolation(error, "pkey") && !isUniqueViolation(error, "id")) throw error;
    const same = await row("SELECT FROM imports WHERE id = $1 AND uploader_id = $2", [input.id, actor.accountId]);
    return same ? accept({ id: input.id }) : refuse("notFound");
  }
}

async function lookInto(
  { path, fileName }: { path: string; fileName: string },
  kind: ImportKind,
): Promise<Result<{ source: SheetSource; start: TableStart }, SheetRefusal>> {
  const inspected = await inspectSheet(path, fileName);
  if (!inspected.ok) return inspected;
  try {
    return accept({ source: inspected.value, start: await findTable(path, inspected.value, kind) });
  } catch (error) {
    if (error instanceof SheetRefused) return refuse(error.code);
    throw error;
  }
}
