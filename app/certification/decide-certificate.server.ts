import { may } from "~/accounts/access";
import type { Actor } from "~/accounts/session.server";
import { type Acting, inTransaction } from "~/platform/db/transaction.server";
import { accept, type Result, refuse } from "~/platform/result";
import { type DecideReviewRefusal, type Decision, decideReview } from "~/reviews/decide-review.server";
import type { reviewDecisions } from "~/reviews/review-decision";
import { type CertificateStatus, nextCertificateStatus } from "./certificate";
import { tellOfCertificates } from "./tell-of-certificate.server";

export type CertificateDecision = Decision & { decision: (typeof reviewDecisions.certificate)[number] };

export type DecideRefusal = "notFound" | "stale" | "notAllowed" | DecideReviewRefusal;

const events = {
  verify: "certificate.verified",
  return: "certificate.returned",
  refuse: "certificate.refused",
} as const;

/**
 * An officer decides on a submitted certificate that they hold. The version guards against a certificate that was
 * recalled and changed meanwhile, the claim against a second officer.
 */
export async function decideCertificate(
  { certificateId, version, decision }: { certificateId: string; version: number; decision: CertificateDecision },
  actor: Actor,
  acting: Acting,
): Promise<Result<true, DecideRefusal>> {
  if (!may(actor.role, "certificate.decide", false)) return refuse("notFound");
  return inTransaction(acting, async (tx) => {
    const found = await tx.prisma.certificate.findUnique({
      where: { id: certificateId },
      select: { status: true, version: true, enterpriseId: true },
    });
    if (!found) return refuse("notFound");
    const review = await decideReview(tx, { kind: "certificate", id: certificateId }, decision, actor);
    if (!review.ok) return review;
    if (found.version !== version) return refuse("stale");
    const next = nextCertificateStatus(found.status as CertificateStatus, decision.decision, "officer");
    if (!next.ok) return refuse("notAllowed");
    const { count } = await tx.prisma.certificate.updateMany({
      where: { id: certificateId, version, status: found.status },
      data: {
        status: next.value,
        version: { increment: 1 },
        ...(decision.decision === "verify" ? { verifiedAt: tx.now } : {}),
      },
    });
    if (count === 0) return refuse("stale");
    tx.record({
      event: events[decision.decision],
      subject: { kind: "certificate", id: certificateId },
      enterpriseId: found.enterpriseId,
      data: {
        reviewId: review.value.reviewId,
        before: { status: found.status },
        after: { status: next.value },
        reasons: decision.reasons,
        note: decision.note,
      },
    });
    await tellOfCertificates(tx, events[decision.decision], [certificateId], decision);
    return accept(true);
  });
}
