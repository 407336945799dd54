import { may } from "~/accounts/access";
import type { Actor } from "~/accounts/session.server";
import { type Acting, inTransaction, isUniqueViolation } from "~/platform/db/transaction.server";
import { accept, type Result, refuse } from "~/platform/result";
import { findOwnedProduct } from "./owned-product.server";
import { nextProductStatus } from "./product";
import type { ProductEdit } from "./product-form";

type Edited = Result<null, "notFound" | "notAllowed" | "stale" | "gtin.taken">;

/** Changes what is said of a product, for members of its enterprise, also under a verified certificate; the journal keeps what it was. */
export async function editProduct(
  enterpriseId: string,
  productId: string,
  input: ProductEdit,
  actor: Actor,
  acting: Acting,
): Promise<Edited> {
  const { version, ...after } = input;
  try {
    return await inTransaction(acting, async (tx): Promise<Edited> => {
      const product = await findOwnedProduct(tx, { enterpriseId, productId, accountId: actor.accountId });
      if (!product || !may(actor.role, "enterprise.manage", true)) return refuse("notFound");
      const { status, group, name, description, price, unit, gtin } = product;
      const allowed = nextProductStatus(status, "edit");
      if (!allowed.ok) return allowed;
      const { count } = await tx.prisma.product.updateMany({
        where: { id: productId, version, status },
        data: { ...after, version: { increment: 1 } },
      });
      if (count === 0) return refuse("stale");
      tx.record({
        event: "product.edited",
        subject: { kind: "product", id: productId },
        enterpriseId,
        data: { before: { group, name, description, price, unit, gtin }, after },
      });
      return accept(null);
    });
  } catch (error) {
    if (isUniqueViolation(error, "gtin")) return refuse("gtin.taken");
    throw error;
  }
}
