import type { Actor } from "~/accounts/session.server";
import type { Transaction } from "~/platform/db/transaction.server";
import type { PreparedFile } from "~/platform/files/store.server";

/** Keeps a scan that was checked and stored as an enterprise's; answers its id. */
export async function storeScan(
  tx: Transaction,
  scan: PreparedFile,
  enterpriseId: string,
  actor: Actor,
): Promise<string> {
  const { id } = await tx.prisma.storedFile.create({
    data: { ...scan, purpose: "scan", enterpriseId, uploadedById: actor.accountId, createdAt: tx.now },
    select: { id: true },
  });
  return id;
}
