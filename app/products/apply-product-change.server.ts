import { z } from "zod";
import { isUniqueViolation, type Transaction } from "~/platform/db/transaction.server";
import { definedOf } from "~/platform/defined";
import { accept, type Result, refuse } from "~/platform/result";
import type { ApplicableChange, ChangeKind } from "~/reviews/decide-change.server";
import { productGroups } from "./product";
import { type ProductField, productFields } from "./product-change";

// As a proposal of a product keeps it: only the fields that it would change.
const proposedProductSchema = z
  .object({
    name: z.string(),
    group: z.enum(productGroups),
    description: z.string(),
    gtin: z.string().nullable(),
    photos: z.array(z.uuid()),
  })
  .partial()
  .transform(definedOf);

async function apply(tx: Transaction, change: ApplicableChange): Promise<Result<true, "stale" | "photos.gone">> {
  const { subjectId: id, enterpriseId, baseVersion, before, after, changeId, proposedById } = change;
  const { photos, ...facts } = proposedProductSchema.parse(after);
  const { count } = await tx.prisma.product.updateMany({
    where: { id, enterpriseId, version: baseVersion, status: "registered" },
    data: { ...facts, version: { increment: 1 } },
  });
  if (count === 0) return refuse("stale");
  if (photos && !(await replacePhotos(tx, { productId: id, enterpriseId }, photos))) return refuse("photos.gone");
  tx.record({
    event: "product.edited",
    subject: { kind: "product", id },
    enterpriseId,
    data: { before, after, changeId, proposedById },
  });
  return accept(true);
}

/** Gives a product exactly these photos, in this order; false when one of them is not its enterprise's (any more). */
export async function replacePhotos(
  tx: Transaction,
  { productId, enterpriseId }: { productId: string; enterpriseId: string },
  photos: readonly string[],
): Promise<boolean> {
  const known = await tx.prisma.storedFile.count({
    where: { id: { in: [...photos] }, enterpriseId, purpose: "photo" },
  });
  if (known !== new Set(photos).size) return false;
  await tx.prisma.productPhoto.deleteMany({ where: { productId } });
  await tx.prisma.productPhoto.createMany({
    data: photos.map((fileId, position) => ({ productId, fileId, position })),
  });
  return true;
}

const isProductField = (field: string): field is ProductField => productFields.some((known) => known === field);

/** What the products bring to the engine of proposed changes. */
export const productChanges: ChangeKind = {
  apply,
  path: (enterpriseId, productId) => `/quan-ly/${enterpriseId}/san-pham/${productId}`,
  fieldWords: (t, field) => (isProductField(field) ? t(`products:fact.${field}`) : field),
  refusalOf: (error) => (isUniqueViolation(error, "gtin") ? "gtin.taken" : undefined),
};
