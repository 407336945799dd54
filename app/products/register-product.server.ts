import { may } from "~/accounts/access";
import type { Actor } from "~/accounts/session.server";
import { dayOf } from "~/platform/day";
import { type Acting, inTransaction } from "~/platform/db/transaction.server";
import { accept, type Result, refuse } from "~/platform/result";
import { findOwnedProduct } from "./owned-product.server";
import { nextProductStatus } from "./product";

type Registered = Result<null, "notFound" | "notAllowed" | "stale">;

/** Registers a draft from today, by a member of its enterprise: from now on anyone sees it and it can count. */
export async function registerProduct(
  { enterpriseId, productId, version }: { enterpriseId: string; productId: string; version: number },
  actor: Actor,
  acting: Acting,
): Promise<Registered> {
  const today = dayOf(acting.now);
  return inTransaction(acting, async (tx): Promise<Registered> => {
    const product = await findOwnedProduct(tx, { enterpriseId, productId, accountId: actor.accountId });
    if (!product || !may(actor.role, "enterprise.manage", true)) return refuse("notFound");
    const next = nextProductStatus(product.status, "register");
    if (!next.ok) return next;
    const { count } = await tx.prisma.product.updateMany({
      where: { id: productId, version, status: product.status },
      data: {
        status: next.value,
        registeredOn: new Date(`${today}T00:00:00Z`),
        registeredAt: tx.now,
        version: { increment: 1 },
      },
    });
    if (count === 0) return refuse("stale");
    tx.record({
      event: "product.registered",
      subject: { kind: "product", id: productId },
      enterpriseId,
      data: { before: { status: product.status }, after: { status: next.value, registeredOn: today } },
    });
    return accept(null);
  });
}
