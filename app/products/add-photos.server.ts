import { randomUUID } from "node:crypto";
import type { Actor } from "~/accounts/session.server";
import { type Acting, inTransaction } from "~/platform/db/transaction.server";
import type { PreparedFile } from "~/platform/files/store.server";
import { accept, type Result, refuse } from "~/platform/result";
import { asOneProposal, type ProposeRefusal } from "~/reviews/propose-change.server";
import { keepPhotos, lockPhotos } from "./owned-photos.server";
import { mostPhotos } from "./photo-order";

type Added = Result<
  { added: number; isProposed: boolean },
  "notFound" | "notAllowed" | "photos.tooMany" | "photos.gone" | ProposeRefusal
>;

/**
 * Adds photos, already checked and stored, behind those a product has, by a member of its enterprise. A picture the product
 * has already is not added again, so that a form sent twice does no harm.
 */
export async function addPhotos(
  place: { enterpriseId: string; productId: string },
  files: readonly PreparedFile[],
  actor: Actor,
  acting: Acting,
): Promise<Added> {
  return asOneProposal(() =>
    inTransaction(acting, async (tx): Promise<Added> => {
      const locked = await lockPhotos(tx, place, actor);
      if (!locked.ok) return locked;
      const { photos } = locked.value;
      const known = new Set(photos.map(({ sha256 }) => sha256));
      const fresh = files.filter(({ sha256 }) => !known.has(sha256) && known.add(sha256));
      if (photos.length + fresh.length > mostPhotos) return refuse("photos.tooMany");
      if (fresh.length === 0) return accept({ added: 0, isProposed: false });
      const added = fresh.map((file) => ({ ...file, id: randomUUID() }));
      await tx.prisma.storedFile.createMany({
        data: added.map((file) => ({
          ...file,
          purpose: "photo",
          enterpriseId: place.enterpriseId,
          uploadedById: actor.accountId,
          createdAt: tx.now,
        })),
      });
      const after = [...photos.map(({ fileId }) => fileId), ...added.map(({ id }) => id)];
      const kept = await keepPhotos(tx, locked.value, "product.photos-added", after, actor);
      return kept.ok ? accept({ added: added.length, ...kept.value }) : kept;
    }),
  );
}
