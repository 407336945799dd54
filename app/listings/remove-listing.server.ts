import { actsFor } from "~/accounts/membership.server";
import type { Actor } from "~/accounts/session.server";
import { type Acting, inTransaction } from "~/platform/db/transaction.server";
import { accept, type Result, refuse } from "~/platform/result";
import { cancelReview } from "~/reviews/open-review.server";

/**
 * Takes a listing out of the register on its owner's word, which also is the evidence that ends it: days before keep their
 * figure. Its page may be recorded again, for this product or another.
 */
export async function removeListing(
  input: { enterpriseId: string; productId: string; listingId: string; version: number },
  actor: Actor,
  acting: Acting,
): Promise<Result<true, "notFound" | "stale">> {
  const { enterpriseId, productId, listingId: id, version } = input;
  return inTransaction<Result<true, "notFound" | "stale">>(acting, async (tx) => {
    if (!(await actsFor(tx, actor.accountId, enterpriseId))) return refuse("notFound");
    const found = await tx.prisma.listing.findFirst({
      where: { id, productId, product: { enterpriseId } },
      select: { removedAt: true, key: true, marketplace: { select: { code: true } } },
    });
    if (!found) return refuse("notFound");
    if (found.removedAt) return accept(true);
    const { count } = await tx.prisma.listing.updateMany({
      where: { id, version, removedAt: null },
      data: { removedAt: tx.now, version: { increment: 1 } },
    });
    if (count === 0) return refuse("stale");
    await cancelReview(tx, { kind: "listing", id });
    const evidence = await tx.prisma.evidence.create({
      data: {
        listingId: id,
        kind: "owner-claim",
        verdict: "not-live",
        observedAt: tx.now,
        recordedAt: tx.now,
        recordedById: actor.accountId,
      },
      select: { id: true },
    });
    tx.record({
      event: "listing.removed",
      subject: { kind: "listing", id },
      enterpriseId,
      data: {
        before: { productId, marketplace: found.marketplace.code, key: found.key },
        after: { removedAt: tx.now, evidenceId: evidence.id },
      },
    });
    return accept(true);
  });
}
