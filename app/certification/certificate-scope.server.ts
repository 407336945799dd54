import { dayColumn } from "~/platform/db/columns.server";
import type { Transaction } from "~/platform/db/transaction.server";
import { type Coverage, sortedScope } from "./scope";

/** Every span on which a certificate covers a product, those that are over among them. */
export async function scopeOf(tx: Transaction, certificateId: string): Promise<Coverage[]> {
  const found = await tx.prisma.certificateProduct.findMany({
    where: { certificateId },
    select: { productId: true, coversFrom: true, coversTo: true },
  });
  return sortedScope(
    found.map(({ productId, coversFrom, coversTo }) => ({
      productId,
      from: dayColumn(coversFrom),
      to: coversTo === null ? null : dayColumn(coversTo),
    })),
  );
}
