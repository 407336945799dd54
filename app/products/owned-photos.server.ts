import { actsFor } from "~/accounts/membership.server";
import type { Transaction } from "~/platform/db/transaction.server";
import type { ProductStatus } from "./product";

export interface OwnedPhoto {
  fileId: string;
  sha256: string;
  position: number;
}

/**
 * A product's photos in their order, for a member of its enterprise. The product's row is locked until the transaction
 * ends, so that two windows cannot both give out the last place.
 */
export async function lockOwnedPhotos(
  tx: Transaction,
  { enterpriseId, productId }: { enterpriseId: string; productId: string },
  accountId: string,
): Promise<{ status: ProductStatus; photos: OwnedPhoto[] } | undefined> {
  if (!(await actsFor(tx, accountId, enterpriseId))) return undefined;
  const [product] = await tx.prisma.$queryRaw<{ status: ProductStatus }[]>`
    SELECT status FROM products WHERE id = ${productId}::uuid AND enterprise_id = ${enterpriseId}::uuid FOR UPDATE`;
  if (!product) return undefined;
  const photos = await tx.prisma.$queryRaw<OwnedPhoto[]>`
    SELECT f.id AS "fileId", f.sha256, ph.position FROM product_photos ph JOIN files f ON f.id = ph.file_id
    WHERE ph.product_id = ${productId}::uuid ORDER BY ph.position, f.id`;
  return { status: product.status, photos };
}
