import { may } from "~/accounts/access";
import type { Actor } from "~/accounts/session.server";
import { type Acting, inTransaction } from "~/platform/db/transaction.server";
import { accept, type Result, refuse } from "~/platform/result";
import { lockOwnedPhotos } from "./owned-photos.server";
import { moved, type PhotoDirection } from "./photo-order";

export type PhotoStep = { fileId: string; step: PhotoDirection | "remove" };

type Arranged = Result<null, "notFound" | "notAllowed">;

/** Moves one photo of a product by one place, or removes it, by a member of its enterprise; what is done already stays done. */
export async function arrangePhotos(
  place: { enterpriseId: string; productId: string },
  { fileId, step }: PhotoStep,
  actor: Actor,
  acting: Acting,
): Promise<Arranged> {
  const { enterpriseId, productId } = place;
  return inTransaction(acting, async (tx): Promise<Arranged> => {
    const locked = await lockOwnedPhotos(tx, place, actor.accountId);
    if (!locked || !may(actor.role, "enterprise.manage", true)) return refuse("notFound");
    if (locked.status === "withdrawn") return refuse("notAllowed");
    const before = locked.photos.map((photo) => photo.fileId);
    const after = step === "remove" ? before.filter((id) => id !== fileId) : moved(before, fileId, step);
    if (after.join() === before.join()) return accept(null);
    if (step === "remove") {
      await tx.prisma.productPhoto.deleteMany({ where: { productId, fileId } });
      await tx.prisma.storedFile.deleteMany({ where: { id: fileId, enterpriseId, purpose: "photo" } });
    }
    for (const [position, id] of after.entries()) {
      await tx.prisma.productPhoto.updateMany({ where: { productId, fileId: id }, data: { position } });
    }
    tx.record({
      event: step === "remove" ? "product.photo-removed" : "product.photos-reordered",
      subject: { kind: "product", id: productId },
      enterpriseId,
      data: { before, after },
    });
    return accept(null);
  });
}
