import { may } from "~/accounts/access";
import type { Actor } from "~/accounts/session.server";
import { dayOf } from "~/platform/day";
import { type Acting, inTransaction } from "~/platform/db/transaction.server";
import { accept, type Result, refuse } from "~/platform/result";
import { dropChange } from "~/reviews/withdraw-change.server";
import { findOwnedProduct } from "./owned-product.server";
import { nextProductStatus } from "./product";

type Withdrawn = Result<null, "notFound" | "notAllowed" | "stale">;

/** Withdraws a registered product, by a member of its enterprise: from today it no longer counts. It is kept, not deleted. */
export async function withdrawProduct(
  { enterpriseId, productId, version }: { enterpriseId: string; productId: string; version: number },
  actor: Actor,
  acting: Acting,
): Promise<Withdrawn> {
  const today = dayOf(acting.now);
  return inTransaction(acting, async (tx): Promise<Withdrawn> => {
    const product = await findOwnedProduct(tx, { enterpriseId, productId, accountId: actor.accountId });
    if (!product || !may(actor.role, "enterprise.manage", true)) return refuse("notFound");
    const next = nextProductStatus(product.status, "withdraw");
    if (!next.ok) return next;
    await dropChange(tx, { kind: "product", id: productId, enterpriseId });
    const { count } = await tx.prisma.product.updateMany({
      where: { id: productId, version, status: product.status },
      data: {
        status: next.value,
        withdrawnOn: new Date(`${today}T00:00:00Z`),
        withdrawalRecordedAt: tx.now,
        version: { increment: 1 },
      },
    });
    if (count === 0) return refuse("stale");
    tx.record({
      event: "product.withdrawn",
      subject: { kind: "product", id: productId },
      enterpriseId,
      data: { before: { status: product.status }, after: { status: next.value, withdrawnOn: today } },
    });
    return accept(null);
  });
}
