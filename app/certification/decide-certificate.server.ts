import { may } from "~/accounts/access";
import type { Actor } from "~/accounts/session.server";
import { type Acting, inTransaction, type Transaction } from "~/platform/db/transaction.server";
import { accept, type Result, refuse } from "~/platform/result";
import {
  closeReviews,
  type DecideReviewRefusal,
  type Decision,
  lockReviews,
  type ReasonsRefusal,
} from "~/reviews/decide-review.server";
import type { ClaimRefusal } from "~/reviews/review";
import type { reviewDecisions } from "~/reviews/review-decision";
import { type CertificateStatus, nextCertificateStatus } from "./certificate";
import type { RecordedRecognition } from "./recognition.server";
import { tellOfCertificates } from "./tell-of-certificate.server";

export type CertificateDecision = Decision & { decision: (typeof reviewDecisions.certificate)[number] };

export type LockRefusal = "notFound" | "stale" | "notAllowed" | ClaimRefusal;
export type DecideRefusal = LockRefusal | DecideReviewRefusal;

const events = {
  verify: "certificate.verified",
  return: "certificate.returned",
  refuse: "certificate.refused",
} as const;

/** A certificate as the officer saw it. */
export interface SeenCertificate {
  certificateId: string;
  version: number;
}

interface FoundCertificate {
  id: string;
  number: string;
  status: CertificateStatus;
  version: number;
  enterpriseId: string;
}

/** Many decisions by one signed document: they take the reviews that are free. */
export interface BulkBasis {
  bulkDecisionId: string;
  recognition: RecordedRecognition;
}

/** A certificate and its review, both locked, on which this officer may decide as they saw it. */
export interface Decidable extends FoundCertificate {
  reviewId: string;
}

/**
 * Locks the certificates and their reviews, and says of each whether this officer may decide on it: the one wording of
 * the rule, for one certificate as for thousands.
 */
export async function lockCertificates(
  tx: Transaction,
  seen: readonly SeenCertificate[],
  decision: CertificateDecision["decision"],
  actor: Pick<Actor, "accountId" | "role">,
  { takes }: { takes: boolean },
): Promise<ReadonlyMap<string, Result<Decidable, LockRefusal>>> {
  const mayDecide = may(actor.role, "certificate.decide", false);
  const ids = mayDecide ? seen.map(({ certificateId }) => certificateId) : [];
  const found = await tx.prisma.$queryRaw<FoundCertificate[]>`
    SELECT id, number, status, version, enterprise_id AS "enterpriseId" FROM certificates
    WHERE id = ANY(${ids}::uuid[]) ORDER BY id FOR UPDATE`;
  const certificates = new Map(found.map((certificate) => [certificate.id, certificate]));
  const reviews = await lockReviews(tx, "certificate", [...certificates.keys()], actor, { takes });
  return new Map(seen.map((one) => [one.certificateId, judge(one)]));

  function judge({ certificateId, version }: SeenCertificate): Result<Decidable, LockRefusal> {
    const certificate = certificates.get(certificateId);
    const review = reviews.get(certificateId);
    if (!certificate || !review) return refuse("notFound");
    if (!review.ok) return review;
    if (certificate.version !== version) return refuse("stale");
    if (!nextCertificateStatus(certificate.status, decision, "officer").ok) return refuse("notAllowed");
    return accept({ ...certificate, reviewId: review.value.id });
  }
}

/** Carries out one decision on locked certificates: each kind of row by one statement, a journal entry for each certificate. */
export async function decideCertificates(
  tx: Transaction,
  certificates: readonly Decidable[],
  decision: CertificateDecision,
  actor: Pick<Actor, "accountId">,
  basis?: BulkBasis,
): Promise<Result<null, "notAllowed" | ReasonsRefusal>> {
  const [first] = certificates;
  if (!first) return accept(null);
  const next = nextCertificateStatus(first.status, decision.decision, "officer");
  if (!next.ok) return refuse("notAllowed");
  const reviewIds = certificates.map(({ reviewId }) => reviewId);
  const closed = await closeReviews(tx, "certificate", reviewIds, decision, actor);
  if (!closed.ok) return closed;
  await tx.prisma.certificate.updateMany({
    where: { id: { in: certificates.map(({ id }) => id) } },
    data: {
      status: next.value,
      version: { increment: 1 },
      ...(decision.decision === "verify" && { verifiedAt: tx.now }),
      ...(basis && { recognitionId: basis.recognition.id }),
    },
  });
  const { note, reasons } = decision;
  for (const { id, reviewId, status, enterpriseId } of certificates) {
    tx.record({
      event: events[decision.decision],
      subject: { kind: "certificate", id },
      enterpriseId,
      data: {
        reviewId,
        before: { status },
        after: { status: next.value },
        reasons,
        note,
        ...(basis && { bulkDecisionId: basis.bulkDecisionId, decision: basis.recognition }),
      },
    });
  }
  return accept(null);
}

/**
 * An officer decides on a submitted certificate that they hold. The version guards against a certificate that was
 * recalled and changed meanwhile, the claim against a second officer.
 */
export async function decideCertificate(
  { certificateId, version, decision }: SeenCertificate & { decision: CertificateDecision },
  actor: Actor,
  acting: Acting,
): Promise<Result<true, DecideRefusal>> {
  return inTransaction(acting, async (tx): Promise<Result<true, DecideRefusal>> => {
    const seen = [{ certificateId, version }];
    const locked = (await lockCertificates(tx, seen, decision.decision, actor, { takes: false })).get(certificateId);
    if (!locked) return refuse("notFound");
    if (!locked.ok) return locked;
    const decided = await decideCertificates(tx, [locked.value], decision, actor);
    if (!decided.ok) return decided;
    await tellOfCertificates(tx, events[decision.decision], [certificateId], decision);
    return accept(true);
  });
}
