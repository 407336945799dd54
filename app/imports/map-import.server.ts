import type { Actor } from "~/accounts/session.server";
import { type Acting, inTransaction } from "~/platform/db/transaction.server";
import { accept, type Result, refuse } from "~/platform/result";
import { inspectSheet } from "~/platform/sheets/inspect-sheet.server";
import { type SheetEncoding, type SheetRefusal, SheetRefused, type SheetSource } from "~/platform/sheets/sheet";
import { lockImport } from "./change-import.server";
import type { FoundImport } from "./find-import.server";
import { nextImportStatus } from "./import-workflow";
import { importKind } from "./kinds.server";
import { firstRows, startAt, storedPath, type TableStart, tableStart } from "./open-table.server";
import type { ImportColumn } from "./read-row";

type Refusals = "notFound" | "notAllowed" | "stale";

/** Says what each column means and begins the dry run; what an earlier dry run found is forgotten. */
export async function mapImport(
  { importId, version, chosen }: { importId: string; version: number; chosen: readonly (string | null)[] },
  actor: Actor,
  acting: Acting,
): Promise<Result<null, Refusals>> {
  return inTransaction(acting, async (tx): Promise<Result<null, Refusals>> => {
    const found = await lockImport(tx, importId, actor.accountId);
    if (!found) return refuse("notFound");
    const next = nextImportStatus(found.status, "map");
    if (!next.ok) return next;
    if (found.version !== version) return refuse("stale");
    const { columns } = await tx.prisma.import.findUniqueOrThrow({
      where: { id: importId },
      select: { columns: true },
    });
    const mapped = (columns as unknown as ImportColumn[]).map((column, at) => {
      const field = chosen[at] ?? null;
      return { ...column, samples: [...column.samples], field, reason: field === null ? column.reason : null };
    });
    await tx.prisma.import.update({
      where: { id: importId },
      data: { status: next.value, columns: mapped, version: { increment: 1 } },
    });
    const fields = Object.fromEntries(mapped.flatMap(({ field, title }) => (field ? [[field, title]] : [])));
    tx.record({
      event: "import.mapped",
      subject: { kind: "import", id: importId },
      enterpriseId: found.enterpriseId,
      data: { after: fields },
    });
    tx.enqueue({ task: "work-import", payload: { importId }, key: `import:${importId}` });
    return accept(null);
  });
}

export interface TableChoice {
  encoding?: SheetEncoding | undefined;
  sheet: number;
  /** The row of the titles; 0 lets the portal look for it. */
  headerRow: number;
}

/** Reads the file anew with another encoding, sheet or row of titles, and proposes its columns anew. */
export async function rereadImport(
  found: FoundImport,
  { encoding, sheet, headerRow }: TableChoice,
  actor: Actor,
  acting: Acting,
): Promise<Result<null, Refusals | SheetRefusal>> {
  const reread = await read(found, { encoding, sheet, headerRow });
  if (!reread.ok) return reread;
  return inTransaction(acting, async (tx): Promise<Result<null, Refusals>> => {
    const locked = await lockImport(tx, found.id, actor.accountId);
    if (!locked) return refuse("notFound");
    if (!nextImportStatus(locked.status, "map").ok) return refuse("notAllowed");
    const { source, start } = reread.value;
    const columns = start.columns.map((column) => ({ ...column, samples: [...column.samples] }));
    await tx.prisma.import.update({
      where: { id: found.id },
      data: { ...start, columns, source: { ...source }, version: { increment: 1 } },
    });
    return accept(null);
  });
}

async function read(
  found: FoundImport,
  { encoding, sheet, headerRow }: TableChoice,
): Promise<Result<{ source: SheetSource; start: TableStart }, SheetRefusal>> {
  const path = storedPath(found.sha256);
  const inspected = await inspectSheet(path, found.fileName, { encoding });
  if (!inspected.ok) return inspected;
  const source = inspected.value;
  const kind = importKind(found.kind);
  const chosen = sheet < source.sheets.length ? sheet : 0;
  try {
    const rows = await firstRows(path, source, chosen);
    if (headerRow > 0) return accept({ source, start: startAt(rows, kind, chosen, headerRow) });
    const { isSure: _, ...start } = tableStart(rows, kind, chosen);
    return accept({ source, start });
  } catch (error) {
    if (error instanceof SheetRefused) return refuse(error.code);
    throw error;
  }
}
