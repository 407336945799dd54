import { actsFor } from "~/accounts/membership.server";
import type { Transaction } from "~/platform/db/transaction.server";
import type { ProductStatus } from "./product";

interface Owned {
  enterpriseId: string;
  productId: string;
  accountId: string;
}

/** A product of this enterprise, for a member of it, inside the transaction of a use case; null for everyone else. */
export async function findOwnedProduct(tx: Transaction, { enterpriseId, productId, accountId }: Owned) {
  if (!(await actsFor(tx, accountId, enterpriseId))) return null;
  const found = await tx.prisma.product.findFirst({
    where: { id: productId, enterpriseId },
    select: {
      status: true,
      group: true,
      name: true,
      description: true,
      price: true,
      unit: true,
      gtin: true,
      version: true,
    },
  });
  return found && { ...found, status: found.status as ProductStatus };
}
