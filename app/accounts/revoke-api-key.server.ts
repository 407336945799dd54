import { type Acting, inTransaction } from "~/platform/db/transaction.server";
import { accept, type Result, refuse } from "~/platform/result";
import { may } from "./access";
import type { Actor } from "./session.server";

/** Ends a key at once and for good. */
export async function revokeApiKey(
  keyId: string,
  actor: Actor,
  acting: Acting,
): Promise<Result<null, "notFound" | "stale">> {
  if (!may(actor.role, "api-key.administer")) return refuse("notFound");
  return inTransaction(acting, async (tx) => {
    const key = await tx.prisma.apiKey.findUnique({ where: { id: keyId }, select: { prefix: true, partner: true } });
    if (!key) return refuse("notFound");
    const { count } = await tx.prisma.apiKey.updateMany({
      where: { id: keyId, revokedAt: null },
      data: { revokedAt: tx.now },
    });
    if (count === 0) return refuse("stale");
    tx.record({ event: "api-key.revoked", subject: { kind: "api-key", id: keyId }, data: { before: key } });
    return accept(null);
  });
}
