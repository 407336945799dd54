import { may } from "~/accounts/access";
import { isPartyTo } from "~/accounts/membership.server";
import type { Actor } from "~/accounts/session.server";
import type { Day } from "~/platform/day";
import { dateColumn, dayColumn } from "~/platform/db/columns.server";
import { type Acting, inTransaction, isUniqueViolation } from "~/platform/db/transaction.server";
import type { PreparedFile } from "~/platform/files/store.server";
import { accept, type Result, refuse } from "~/platform/result";
import { openReview } from "~/reviews/open-review.server";
import { type CertificateStatus, nextCertificateStatus } from "./certificate";
import { checkEffectiveDay, type RevocationReason } from "./revocation";

export interface ProposedRevocation {
  id: string;
  certificateId: string;
  version: number;
  effectiveOn: Day;
  reason: RevocationReason;
  explanation: string;
  document: PreparedFile | undefined;
}

export type ProposeRefusal =
  | "notFound"
  | "stale"
  | "notAllowed"
  | "ownEnterprise"
  | "alreadyProposed"
  | "effectiveOn.beforeValid"
  | "effectiveOn.afterEnd";

/** An officer proposes that a verified certificate ends from a day on; nothing happens until another one confirms it. */
export async function proposeRevocation(
  proposal: ProposedRevocation,
  actor: Actor,
  acting: Acting,
): Promise<Result<{ revocationId: string }, ProposeRefusal>> {
  if (!may(actor.role, "certificate.revoke", false)) return refuse("notFound");
  try {
    return await propose(proposal, actor, acting);
  } catch (error) {
    if (isUniqueViolation(error, "revocations_one_open")) return refuse("alreadyProposed");
    // The form met its own twin, which is there by now.
    if (isUniqueViolation(error)) return propose(proposal, actor, acting);
    throw error;
  }
}

function propose(proposal: ProposedRevocation, actor: Actor, acting: Acting) {
  const { id, certificateId, version, effectiveOn, reason, explanation, document } = proposal;
  return inTransaction(acting, async (tx): Promise<Result<{ revocationId: string }, ProposeRefusal>> => {
    const certificate = await tx.prisma.certificate.findUnique({
      where: { id: certificateId },
      select: {
        status: true,
        version: true,
        enterpriseId: true,
        schemeId: true,
        number: true,
        validFrom: true,
        validTo: true,
        revocations: { select: { id: true, status: true } },
      },
    });
    if (!certificate) return refuse("notFound");
    const { enterpriseId, schemeId, number, validFrom, validTo } = certificate;
    if (await isPartyTo(tx, actor.accountId, enterpriseId)) return refuse("ownEnterprise");
    // The same form once more.
    if (certificate.revocations.some((known) => known.id === id)) return accept({ revocationId: id });
    if (!nextCertificateStatus(certificate.status as CertificateStatus, "revoke", "officer").ok) {
      return refuse("notAllowed");
    }
    if (certificate.revocations.some(({ status }) => status === "proposed")) return refuse("alreadyProposed");
    if (certificate.version !== version) return refuse("stale");
    const days = { validFrom: dayColumn(validFrom), validTo: validTo && dayColumn(validTo) };
    const checked = checkEffectiveDay(effectiveOn, days);
    if (!checked.ok) return checked;
    const stored = document
      ? await tx.prisma.storedFile.create({
          data: { ...document, purpose: "document", uploadedById: actor.accountId, createdAt: tx.now },
          select: { id: true },
        })
      : null;
    await tx.prisma.revocation.create({
      data: {
        id,
        certificateId,
        effectiveOn: dateColumn(effectiveOn),
        reason,
        explanation,
        documentId: stored?.id ?? null,
        proposedById: actor.accountId,
        proposedAt: tx.now,
      },
    });
    await openReview(
      tx,
      { kind: "revocation", id, enterpriseId },
      { label: number, schemeId, barredId: actor.accountId },
    );
    tx.record({
      event: "revocation.proposed",
      subject: { kind: "revocation", id },
      enterpriseId,
      data: { certificateId, after: { effectiveOn, reason, explanation, documentId: stored?.id ?? null } },
    });
    return accept({ revocationId: id });
  });
}
