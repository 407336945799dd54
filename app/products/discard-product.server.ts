import { may } from "~/accounts/access";
import type { Actor } from "~/accounts/session.server";
import { type Acting, inTransaction } from "~/platform/db/transaction.server";
import { accept, type Result, refuse } from "~/platform/result";
import { findOwnedProduct } from "./owned-product.server";
import { nextProductStatus } from "./product";

type Discarded = Result<null, "notFound" | "notAllowed" | "stale" | "product.inUse">;

/** Deletes a draft that no certificate and no listing names, by a member of its enterprise; the journal keeps what it said. */
export async function discardProduct(
  { enterpriseId, productId, version }: { enterpriseId: string; productId: string; version: number },
  actor: Actor,
  acting: Acting,
): Promise<Discarded> {
  return inTransaction(acting, async (tx): Promise<Discarded> => {
    const product = await findOwnedProduct(tx, { enterpriseId, productId, accountId: actor.accountId });
    if (!product || !may(actor.role, "enterprise.manage", true)) return refuse("notFound");
    const next = nextProductStatus(product.status, "discard");
    if (!next.ok) return next;
    const { status, version: current, ...before } = product;
    if (current !== version) return refuse("stale");
    const uses = await tx.prisma.product.findFirst({
      where: { id: productId, OR: [{ certificates: { some: {} } }, { listings: { some: {} } }] },
      select: { id: true },
    });
    if (uses) return refuse("product.inUse");
    const photos = await tx.prisma.productPhoto.findMany({ where: { productId }, select: { fileId: true } });
    await tx.prisma.productPhoto.deleteMany({ where: { productId } });
    await tx.prisma.storedFile.deleteMany({ where: { id: { in: photos.map(({ fileId }) => fileId) } } });
    const { count } = await tx.prisma.product.deleteMany({ where: { id: productId, version, status } });
    if (count === 0) return refuse("stale");
    tx.record({
      event: "product.discarded",
      subject: { kind: "product", id: productId },
      enterpriseId,
      data: { before },
    });
    return accept(null);
  });
}
