import { actsFor } from "~/accounts/membership.server";
import type { Actor } from "~/accounts/session.server";
import { dayOf } from "~/platform/day";
import { dayColumn } from "~/platform/db/columns.server";
import { type Acting, inTransaction, isUniqueViolation } from "~/platform/db/transaction.server";
import { accept, type Result, refuse } from "~/platform/result";
import { openReview } from "~/reviews/open-review.server";
import { statusOn } from "./listing-status";
import { readEvidence } from "./read-evidence.server";
import { canAskRecheck } from "./recheck";

type AskRefusal = "notFound" | "recheck.tooEarly" | "recheck.alreadyAsked" | "recheck.notRecognised";

/** Puts a listing back in the officers' queue because its confirmation lapsed, soon will, or it was seen gone. */
export async function askRecheck(
  { enterpriseId, productId, listingId: id }: { enterpriseId: string; productId: string; listingId: string },
  actor: Actor,
  acting: Acting,
): Promise<Result<true, AskRefusal>> {
  try {
    return await inTransaction<Result<true, AskRefusal>>(acting, async (tx) => {
      if (!(await actsFor(tx, actor.accountId, enterpriseId))) return refuse("notFound");
      const found = await tx.prisma.listing.findFirst({
        where: { id, productId, removedAt: null, product: { enterpriseId, status: "registered" } },
        select: { url: true, marketplace: { select: { confirmationWindowDays: true, recognisedTo: true } } },
      });
      if (!found) return refuse("notFound");
      const today = dayOf(tx.now);
      const { confirmationWindowDays, recognisedTo } = found.marketplace;
      if (recognisedTo && dayColumn(recognisedTo) < today) return refuse("recheck.notRecognised");
      const isOpen = await tx.prisma.review.count({
        where: { subjectKind: "listing", subjectId: id, status: { in: ["waiting", "claimed"] } },
      });
      if (isOpen > 0) return refuse("recheck.alreadyAsked");
      const standing = statusOn(today, tx.now, await readEvidence(tx, id), confirmationWindowDays);
      if (!canAskRecheck(standing, today)) return refuse("recheck.tooEarly");
      await openReview(tx, { kind: "listing", id, enterpriseId }, { label: found.url });
      tx.record({
        event: "listing.recheck-asked",
        subject: { kind: "listing", id },
        enterpriseId,
        data: { before: { status: standing.status, observedAt: standing.observedAt } },
      });
      return accept(true);
    });
  } catch (error) {
    if (isUniqueViolation(error)) return refuse("recheck.alreadyAsked");
    throw error;
  }
}
