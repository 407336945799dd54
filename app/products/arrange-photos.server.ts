import type { Actor } from "~/accounts/session.server";
import { type Acting, inTransaction } from "~/platform/db/transaction.server";
import { accept, type Result } from "~/platform/result";
import { asOneProposal, type ProposeRefusal } from "~/reviews/propose-change.server";
import { keepPhotos, lockPhotos } from "./owned-photos.server";
import { moved, type PhotoDirection } from "./photo-order";

export type PhotoStep = { fileId: string; step: PhotoDirection | "remove" };

type Arranged = Result<{ isProposed: boolean }, "notFound" | "notAllowed" | "photos.gone" | ProposeRefusal>;

/** Moves one photo of a product by one place, or removes it, by a member of its enterprise; what is done already stays done. */
export async function arrangePhotos(
  place: { enterpriseId: string; productId: string },
  { fileId, step }: PhotoStep,
  actor: Actor,
  acting: Acting,
): Promise<Arranged> {
  return asOneProposal(() =>
    inTransaction(acting, async (tx): Promise<Arranged> => {
      const locked = await lockPhotos(tx, place, actor);
      if (!locked.ok) return locked;
      const before = locked.value.photos.map((photo) => photo.fileId);
      const after = step === "remove" ? before.filter((id) => id !== fileId) : moved(before, fileId, step);
      if (after.join() === before.join()) return accept({ isProposed: false });
      const event = step === "remove" ? "product.photo-removed" : "product.photos-reordered";
      const kept = await keepPhotos(tx, locked.value, event, after, actor);
      // A registered product's photo was seen by anyone: it stays stored for the history. A draft's is gone.
      if (kept.ok && step === "remove" && locked.value.product.status === "draft") {
        await tx.prisma.storedFile.deleteMany({
          where: { id: fileId, enterpriseId: place.enterpriseId, purpose: "photo" },
        });
      }
      return kept;
    }),
  );
}
