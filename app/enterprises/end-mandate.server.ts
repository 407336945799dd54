import type { Actor } from "~/accounts/session.server";
import { type Acting, inTransaction } from "~/platform/db/transaction.server";
import { accept, type Result } from "~/platform/result";

/** Ends one's own mandate; answers the enterprise, or null when there is none that is still open. */
export async function endMandate(id: string, actor: Actor, acting: Acting): Promise<Result<string | null>> {
  return inTransaction(acting, async (tx) => {
    const [ended] = await tx.prisma.mandate.updateManyAndReturn({
      where: { id, accountId: actor.accountId, endedAt: null },
      data: { endedAt: tx.now },
      select: { enterpriseId: true },
    });
    if (!ended) return accept(null);
    const { enterpriseId } = ended;
    tx.record({ event: "mandate.ended", subject: { kind: "mandate", id }, enterpriseId });
    return accept(enterpriseId);
  });
}
