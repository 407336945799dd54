import { randomUUID } from "node:crypto";
import { may } from "~/accounts/access";
import type { Actor } from "~/accounts/session.server";
import { type Acting, inTransaction } from "~/platform/db/transaction.server";
import type { PreparedFile } from "~/platform/files/store.server";
import { accept, type Result, refuse } from "~/platform/result";
import { lockOwnedPhotos } from "./owned-photos.server";
import { mostPhotos } from "./photo-order";

type Added = Result<{ added: number }, "notFound" | "notAllowed" | "photos.tooMany">;

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
  const { enterpriseId, productId } = place;
  return inTransaction(acting, async (tx): Promise<Added> => {
    const locked = await lockOwnedPhotos(tx, place, actor.accountId);
    if (!locked || !may(actor.role, "enterprise.manage", true)) return refuse("notFound");
    if (locked.status === "withdrawn") return refuse("notAllowed");
    const known = new Set(locked.photos.map(({ sha256 }) => sha256));
    const fresh = files.filter(({ sha256 }) => !known.has(sha256) && known.add(sha256));
    if (locked.photos.length + fresh.length > mostPhotos) return refuse("photos.tooMany");
    const first = (locked.photos.at(-1)?.position ?? -1) + 1;
    const added = fresh.map((file, index) => ({ ...file, id: randomUUID(), position: first + index }));
    await tx.prisma.storedFile.createMany({
      data: added.map(({ position: _, ...file }) => ({
        ...file,
        purpose: "photo",
        enterpriseId,
        uploadedById: actor.accountId,
        createdAt: tx.now,
      })),
    });
    await tx.prisma.productPhoto.createMany({
      data: added.map(({ id, position }) => ({ productId, fileId: id, position })),
    });
    if (added.length > 0) {
      tx.record({
        event: "product.photos-added",
        subject: { kind: "product", id: productId },
        enterpriseId,
        data: { after: added.map(({ id, sha256 }) => ({ fileId: id, sha256 })) },
      });
    }
    return accept({ added: added.length });
  });
}
