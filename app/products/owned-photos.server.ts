import { may } from "~/accounts/access";
import type { Actor } from "~/accounts/session.server";
import type { Transaction } from "~/platform/db/transaction.server";
import { accept, type Result, refuse } from "~/platform/result";
import { lockLiveChange, type ProposeRefusal } from "~/reviews/propose-change.server";
import { replacePhotos } from "./apply-product-change.server";
import { findOwnedProduct } from "./owned-product.server";
import { type EditWay, editWayOf, proposeProduct } from "./propose-product-change.server";

interface Place {
  enterpriseId: string;
  productId: string;
}

/** The photos of a product as its member arranges them: those it has, or those that are proposed for it. */
export interface PhotosInWork {
  place: Place;
  product: NonNullable<Awaited<ReturnType<typeof findOwnedProduct>>>;
  way: EditWay;
  attached: string[];
  photos: { fileId: string; sha256: string; caption: string }[];
}

export async function photosOf(tx: Transaction, productId: string): Promise<string[]> {
  const found = await tx.prisma.productPhoto.findMany({
    where: { productId },
    orderBy: [{ position: "asc" }, { fileId: "asc" }],
    select: { fileId: true },
  });
  return found.map(({ fileId }) => fileId);
}

/**
 * A product's photos in their order, for a member of its enterprise. The product's row is locked until the transaction
 * ends, so that two windows cannot both give out the last place; what is proposed of it before that, as a decision does.
 */
export async function lockPhotos(
  tx: Transaction,
  place: Place,
  actor: Actor,
): Promise<Result<PhotosInWork, "notFound" | "notAllowed">> {
  const { enterpriseId, productId } = place;
  await lockLiveChange(tx, { kind: "product", id: productId });
  await tx.prisma
    .$queryRaw`SELECT FROM products WHERE id = ${productId}::uuid AND enterprise_id = ${enterpriseId}::uuid FOR UPDATE`;
  const product = await findOwnedProduct(tx, { ...place, accountId: actor.accountId });
  if (!product || !may(actor.role, "enterprise.manage", true)) return refuse("notFound");
  if (product.status === "withdrawn") return refuse("notAllowed");
  const way = await editWayOf(tx, { productId, status: product.status });
  const attached = await photosOf(tx, productId);
  const proposed = way.isProposed ? way.live?.after.photos : undefined;
  const ids = Array.isArray(proposed) ? proposed.map(String) : attached;
  const files = await tx.prisma.storedFile.findMany({
    where: { id: { in: ids } },
    select: { id: true, sha256: true, caption: true },
  });
  const photos = ids.flatMap((id) => {
    const file = files.find((found) => found.id === id);
    return file ? [{ fileId: id, sha256: file.sha256, caption: file.caption }] : [];
  });
  return accept({ place, product, way, attached, photos });
}

/** Gives a product these photos, or proposes them where an officer verified those it has. */
export async function keepPhotos(
  tx: Transaction,
  { place, product, way, attached }: PhotosInWork,
  event: "product.photos-added" | "product.photo-removed" | "product.photos-reordered",
  photos: string[],
  actor: Actor,
): Promise<Result<{ isProposed: boolean }, "photos.gone" | ProposeRefusal>> {
  const { enterpriseId, productId } = place;
  if (way.isProposed) {
    const subject = { id: productId, enterpriseId, version: product.version, name: product.name };
    const proposal = {
      before: { ...product, photos: attached },
      after: { ...way.live?.after, photos },
      note: way.live?.note ?? "",
      replaces: way.live?.version ?? null,
    };
    const proposed = await proposeProduct(tx, subject, proposal, actor);
    return proposed.ok ? accept({ isProposed: true }) : proposed;
  }
  if (!(await replacePhotos(tx, place, photos))) return refuse("photos.gone");
  tx.record({
    event,
    subject: { kind: "product", id: productId },
    enterpriseId,
    data: { before: { photos: attached }, after: { photos } },
  });
  return accept({ isProposed: false });
}
