import type { Actor } from "~/accounts/session.server";
import { type Acting, inTransaction } from "~/platform/db/transaction.server";
import { accept, type Result, refuse } from "~/platform/result";
import { lockPhotos } from "./owned-photos.server";

type Captioned = Result<true, "notFound" | "notAllowed" | "photos.gone">;

/**
 * Says what a photo shows, for who cannot see it, by a member of the product's enterprise. The words belong to the picture:
 * they stay with it in any place, size or version. No officer decides on them, since they claim nothing about the product.
 */
export function captionPhoto(
  place: { enterpriseId: string; productId: string },
  { fileId, caption }: { fileId: string; caption: string },
  actor: Actor,
  acting: Acting,
): Promise<Captioned> {
  return inTransaction(acting, async (tx): Promise<Captioned> => {
    const locked = await lockPhotos(tx, place, actor);
    if (!locked.ok) return locked;
    const photo = locked.value.photos.find((known) => known.fileId === fileId);
    if (!photo) return refuse("photos.gone");
    if (photo.caption === caption) return accept(true);
    await tx.prisma.storedFile.update({ where: { id: fileId }, data: { caption } });
    tx.record({
      event: "product.photo-captioned",
      subject: { kind: "product", id: place.productId },
      enterpriseId: place.enterpriseId,
      data: { fileId, before: { caption: photo.caption }, after: { caption } },
    });
    return accept(true);
  });
}
