import type { Transaction } from "~/platform/db/transaction.server";
import type { Evidence } from "./listing-status";

/** The newest evidence of a listing, far more than a status needs, on the transaction's own connection. */
export async function readEvidence(tx: Transaction, listingId: string): Promise<Evidence[]> {
  const found = await tx.prisma.evidence.findMany({
    where: { listingId },
    select: { id: true, kind: true, verdict: true, observedAt: true, recordedAt: true },
    orderBy: { observedAt: "desc" },
    take: 500,
  });
  // The words are held by CHECK constraints of the table.
  return found as Evidence[];
}
