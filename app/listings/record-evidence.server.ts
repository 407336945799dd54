import { may } from "~/accounts/access";
import { isPartyTo } from "~/accounts/membership.server";
import type { Actor } from "~/accounts/session.server";
import { type Day, dayOf } from "~/platform/day";
import { row } from "~/platform/db/client.server";
import { type Acting, inTransaction, isUniqueViolation, type Transaction } from "~/platform/db/transaction.server";
import type { PreparedFile } from "~/platform/files/store.server";
import { accept, type Result, refuse } from "~/platform/result";
import { type DecideReviewRefusal, decideReview } from "~/reviews/decide-review.server";
import type { Reason } from "~/reviews/reason";
import { type Evidence, type EvidenceVerdict, statusOn } from "./listing-status";
import { instantAt } from "./observed-at";
import { readEvidence } from "./read-evidence.server";
import { tellOfListing } from "./tell-of-listing.server";

export type EvidenceRefusal = "notFound" | "removed" | DecideReviewRefusal | "notClaimed" | "observedOn.future";

/** What was seen, and when: a calendar day and the minutes since its midnight. */
export interface Seen {
  /** The row's primary key, so that what is sent twice is recorded once. */
  id: string;
  verdict: EvidenceVerdict;
  rawStatus: string;
  note: string;
  reasons: readonly Reason[];
  observedOn: Day;
  observedTime: number;
}

interface Input {
  listingId: string;
  seen: Seen;
  screenshot: PreparedFile | undefined;
}

const decisions = { live: "confirm-live", "not-live": "not-live" } as const;

/** Closes the review that the officer holds; without an open one the officer records what they saw on their own account. */
async function settleReview(
  tx: Transaction,
  listingId: string,
  { verdict, note, reasons }: Seen,
  actor: Actor,
): Promise<Result<string | null, EvidenceRefusal>> {
  const subject = { kind: "listing", id: listingId } as const;
  const open = await tx.prisma.review.findFirst({
    where: { subjectKind: subject.kind, subjectId: listingId, status: { in: ["waiting", "claimed"] } },
    select: { status: true },
  });
  if (!open) return accept(null);
  if (open.status === "waiting") return refuse("notClaimed");
  const decided = await decideReview(tx, subject, { decision: decisions[verdict], note, reasons }, actor);
  return decided.ok ? accept(decided.value.reviewId) : decided;
}

async function storeScreenshot(
  tx: Transaction,
  file: PreparedFile | undefined,
  enterpriseId: string,
  actor: Actor,
): Promise<string | null> {
  if (!file) return null;
  const { id } = await tx.prisma.storedFile.create({
    data: { ...file, purpose: "screenshot", enterpriseId, uploadedById: actor.accountId, createdAt: tx.now },
    select: { id: true },
  });
  return id;
}

/**
 * An officer records what the marketplace's page showed and when. The same transaction decides the review that the officer
 * holds and tells the enterprise's members when the listing is gone, or the first time it is confirmed.
 */
export async function recordEvidence(
  { listingId, seen, screenshot }: Input,
  actor: Actor,
  acting: Acting,
): Promise<Result<true, EvidenceRefusal>> {
  if (!may(actor.role, "listing.confirm", false)) return refuse("notFound");
  const { id, verdict, rawStatus, note, reasons } = seen;
  const observedAt = instantAt(seen.observedOn, seen.observedTime);
  try {
    const recorded = await inTransaction<Result<true, EvidenceRefusal>>(acting, async (tx) => {
      const listing = await tx.prisma.listing.findUnique({
        where: { id: listingId },
        select: {
          removedAt: true,
          product: { select: { enterpriseId: true } },
          marketplace: { select: { confirmationWindowDays: true } },
        },
      });
      if (!listing) return refuse("notFound");
      const { enterpriseId } = listing.product;
      if (await isPartyTo(tx, actor.accountId, enterpriseId)) return refuse("ownEnterprise");
      const former = await readEvidence(tx, listingId);
      if (former.some((proof) => proof.id === id)) return accept(true);
      if (listing.removedAt) return refuse("removed");
      if (observedAt > tx.now) return refuse("observedOn.future");
      const review = await settleReview(tx, listingId, seen, actor);
      if (!review.ok) return review;
      const fileId = await storeScreenshot(tx, screenshot, enterpriseId, actor);
      const proof: Evidence = { id, kind: "officer-check", verdict, observedAt, recordedAt: tx.now };
      await tx.prisma.evidence.create({
        data: { ...proof, listingId, rawStatus, note, fileId, recordedById: actor.accountId },
      });
      tx.record({
        event: "evidence.recorded",
        subject: { kind: "listing", id: listingId },
        enterpriseId,
        data: {
          reviewId: review.value,
          after: { evidenceId: id, kind: proof.kind, verdict, observedAt, rawStatus, note, fileId },
        },
      });
      const standing = statusOn(dayOf(tx.now), tx.now, [...former, proof], listing.marketplace.confirmationWindowDays);
      const isFirst = !former.some((known) => known.verdict === "live" && known.kind !== "owner-claim");
      if (standing.status === verdict && (verdict === "not-live" || isFirst)) {
        const { lapsesOn } = standing;
        await tellOfListing(tx, { listingId, enterpriseId, verdict, lapsesOn, rawStatus, note, reasons });
      }
      return accept(true);
    });
    // The same form arrived twice at once: the other one has recorded it and closed the review.
    return recorded.ok || !(await isRecorded(id, listingId)) ? recorded : accept(true);
  } catch (error) {
    if (isUniqueViolation(error) && (await isRecorded(id, listingId))) return accept(true);
    throw error;
  }
}

async function isRecorded(evidenceId: string, listingId: string): Promise<boolean> {
  return (await row("SELECT 1 FROM evidence WHERE id = $1 AND listing_id = $2", [evidenceId, listingId])) !== undefined;
}
