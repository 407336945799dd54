import { row } from "~/platform/db/client.server";
import type { Transaction } from "~/platform/db/transaction.server";

// Far longer than one batch takes; a killed process gives its import free after that.
const leaseSeconds = 60;

/** An import as its job sees it. */
export interface ImportAtWork {
  id: string;
  kind: string;
  uploaderId: string;
  enterpriseId: string | null;
  policy: "skip" | "stop" | "all" | null;
  doneThrough: number;
}

/** Takes the work on an import for one job, unless another has it and shows life; answers the lease, or undefined. */
export async function takeLease(
  importId: string,
): Promise<{ leaseId: string; status: "mapped" | "running" } | undefined> {
  return row(
    `UPDATE imports SET lease_id = gen_random_uuid(), lease_until = now() + make_interval(secs => ${leaseSeconds})
      WHERE id = $1 AND status IN ('mapped', 'running') AND (lease_until IS NULL OR lease_until < now())
      RETURNING lease_id AS "leaseId", status`,
    [importId],
  );
}

export async function releaseLease(importId: string, leaseId: string): Promise<void> {
  await row("UPDATE imports SET lease_id = NULL, lease_until = NULL WHERE id = $1 AND lease_id = $2", [
    importId,
    leaseId,
  ]);
}

/**
 * Holds the import for the rest of the transaction, so that who pauses or cancels it waits for the batch; undefined when
 * it is no longer this job's to work on. Two imports for one enterprise (or of one kind without) take turns.
 */
export async function holdImport(
  tx: Transaction,
  { importId, leaseId, status }: { importId: string; leaseId: string; status: "mapped" | "running" },
): Promise<ImportAtWork | undefined> {
  const [held] = await tx.prisma.$queryRaw<ImportAtWork[]>`
    SELECT id, kind, uploader_id AS "uploaderId", enterprise_id AS "enterpriseId", policy, done_through AS "doneThrough"
    FROM imports WHERE id = ${importId}::uuid AND lease_id = ${leaseId}::uuid AND status = ${status} FOR UPDATE`;
  if (!held) return undefined;
  await tx.prisma.$executeRaw`
    UPDATE imports SET lease_until = now() + make_interval(secs => ${leaseSeconds}::int) WHERE id = ${importId}::uuid`;
  const shared = held.enterpriseId ?? held.kind;
  await tx.prisma.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('import:' || ${shared}, 0))`;
  return held;
}
