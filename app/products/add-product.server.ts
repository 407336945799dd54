import { may } from "~/accounts/access";
import { actsFor } from "~/accounts/membership.server";
import type { Actor } from "~/accounts/session.server";
import { row } from "~/platform/db/client.server";
import { type Acting, inTransaction, isUniqueViolation } from "~/platform/db/transaction.server";
import { accept, type Result, refuse } from "~/platform/result";
import { createProduct } from "./create-product.server";
import type { NewProduct } from "./product-form";

type Added = Result<{ id: string }, "notFound" | "gtin.taken">;

/** Adds a product to an enterprise, by a member, as a draft or registered from today. Sent twice with one id it is one product. */
export async function addProduct(
  enterpriseId: string,
  input: NewProduct,
  actor: Actor,
  acting: Acting,
): Promise<Added> {
  const { id } = input;
  try {
    return await inTransaction(acting, async (tx): Promise<Added> => {
      const isMember = await actsFor(tx, actor.accountId, enterpriseId);
      if (!may(actor.role, "enterprise.manage", isMember)) return refuse("notFound");
      await createProduct(tx, enterpriseId, input);
      return accept({ id });
    });
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    const same = await row("SELECT FROM products WHERE id = $1 AND enterprise_id = $2", [id, enterpriseId]);
    if (same) return accept({ id });
    if (isUniqueViolation(error, "gtin")) return refuse("gtin.taken");
    // The id of somebody else's product, which no form of ours carries.
    if (isUniqueViolation(error, "pkey")) return refuse("notFound");
    throw error;
  }
}
