import { may } from "~/accounts/access";
import { accountsToTell, notify } from "~/accounts/notify.server";
import type { Actor } from "~/accounts/session.server";
import { dayColumn } from "~/platform/db/columns.server";
import { type Acting, inTransaction, type Transaction } from "~/platform/db/transaction.server";
import { accept, type Result, refuse } from "~/platform/result";
import { type DecideReviewRefusal, type Decision, decideReview } from "~/reviews/decide-review.server";
import { cancelReview } from "~/reviews/open-review.server";
import { reasonText } from "~/reviews/reason";
import { wordReasons } from "~/reviews/reason-queries.server";
import type { reviewDecisions } from "~/reviews/review-decision";
import { dropChange } from "~/reviews/withdraw-change.server";
import { type CertificateStatus, nextCertificateStatus } from "./certificate";
import { nextRevocationStatus, type RevocationReason, type RevocationStatus } from "./revocation";
import { tellOfCertificates } from "./tell-of-certificate.server";

export type RevocationRefusal = "notFound" | "stale" | "notAllowed" | DecideReviewRefusal | "notProposer";

const select = {
  id: true,
  status: true,
  version: true,
  certificateId: true,
  proposedById: true,
  effectiveOn: true,
  reason: true,
  explanation: true,
  certificate: { select: { status: true, version: true, enterpriseId: true, number: true } },
} as const;

async function findProposal(tx: Transaction, id: string) {
  const found = await tx.prisma.revocation.findUnique({ where: { id }, select });
  return found && { ...found, status: found.status as RevocationStatus, reason: found.reason as RevocationReason };
}

type Proposal = NonNullable<Awaited<ReturnType<typeof findProposal>>>;

async function close(
  tx: Transaction,
  { id, version, certificateId, certificate }: Proposal,
  status: Exclude<RevocationStatus, "proposed">,
  note: string,
  actor: Actor,
): Promise<boolean> {
  const { count } = await tx.prisma.revocation.updateMany({
    where: { id, version, status: "proposed" },
    data: { status, note, decidedById: actor.accountId, decidedAt: tx.now, version: { increment: 1 } },
  });
  tx.record({
    event: `revocation.${status}`,
    subject: { kind: "revocation", id },
    enterpriseId: certificate.enterpriseId,
    data: { certificateId, before: { status: "proposed" }, after: { status, note } },
  });
  return count > 0;
}

/** Ends the certificate from its day on. A day to come needs nobody then: until it, the certificate goes on counting. */
async function revoke(tx: Transaction, proposal: Proposal): Promise<Result<true, RevocationRefusal>> {
  const { certificateId, certificate, effectiveOn, explanation, reason } = proposal;
  const next = nextCertificateStatus(certificate.status as CertificateStatus, "revoke", "officer");
  if (!next.ok) return refuse("notAllowed");
  await dropChange(tx, { kind: "certificate", id: certificateId, enterpriseId: certificate.enterpriseId });
  const { count } = await tx.prisma.certificate.updateMany({
    where: { id: certificateId, version: certificate.version, status: certificate.status },
    data: {
      status: next.value,
      revokedOn: effectiveOn,
      revocationRecordedAt: tx.now,
      revocationReason: explanation,
      version: { increment: 1 },
    },
  });
  if (count === 0) return refuse("stale");
  const revokedOn = dayColumn(effectiveOn);
  tx.record({
    event: "certificate.revoked",
    subject: { kind: "certificate", id: certificateId },
    enterpriseId: certificate.enterpriseId,
    data: {
      revocationId: proposal.id,
      before: { status: certificate.status },
      after: { status: next.value, revokedOn, reason },
    },
  });
  await tellOfCertificates(tx, "certificate.revoked", [certificateId], {
    note: explanation,
    reasons: [],
    revocation: { reason, revokedOn },
  });
  return accept(true);
}

export type RevocationDecision = Decision & { decision: (typeof reviewDecisions.revocation)[number] };

/** Another officer than the one who proposed it, holding its review, confirms a revocation or rejects it with a reason. */
export async function decideRevocation(
  { id, version, decision }: { id: string; version: number; decision: RevocationDecision },
  actor: Actor,
  acting: Acting,
): Promise<Result<true, RevocationRefusal>> {
  if (!may(actor.role, "certificate.revoke", false)) return refuse("notFound");
  return inTransaction(acting, async (tx): Promise<Result<true, RevocationRefusal>> => {
    const proposal = await findProposal(tx, id);
    if (!proposal) return refuse("notFound");
    const next = nextRevocationStatus(proposal, decision.decision, actor.accountId);
    if (!next.ok) return next;
    if (proposal.version !== version) return refuse("stale");
    const review = await decideReview(tx, { kind: "revocation", id }, decision, actor);
    if (!review.ok) return review;
    const isConfirmed = decision.decision === "confirm";
    if (!(await close(tx, proposal, isConfirmed ? "confirmed" : "rejected", decision.note, actor)))
      return refuse("stale");
    const done = isConfirmed ? await revoke(tx, proposal) : accept(true as const);
    if (done.ok) await tellProposer(tx, proposal, decision);
    return done;
  });
}

async function tellProposer(
  tx: Transaction,
  { id, proposedById, certificate }: Proposal,
  { decision, note, reasons }: RevocationDecision,
): Promise<void> {
  const said = await wordReasons(tx, "revocation", reasons);
  await notify(tx, await accountsToTell(tx, [proposedById]), {
    event: decision === "confirm" ? "revocation.confirmed" : "revocation.rejected",
    enterpriseId: certificate.enterpriseId,
    path: `/tham-dinh/de-nghi-thu-hoi/${id}`,
    words: (t, { name, language }) => {
      const values = { number: certificate.number, name };
      return {
        subject: t(`certification:revocation.told.${decision}`, values),
        paragraphs: [
          t("certification:mail.greeting", values),
          t(`certification:revocation.told.${decision}`, values),
          ...said.map((reason) => reasonText(reason, language)),
          note,
        ].filter(Boolean),
        action: t("certification:revocation.open"),
      };
    },
  });
}

/** The officer who proposed a revocation takes it back before it is decided. */
export async function withdrawRevocation(
  { id, version }: { id: string; version: number },
  actor: Actor,
  acting: Acting,
): Promise<Result<true, RevocationRefusal>> {
  if (!may(actor.role, "certificate.revoke", false)) return refuse("notFound");
  return inTransaction(acting, async (tx): Promise<Result<true, RevocationRefusal>> => {
    const proposal = await findProposal(tx, id);
    if (!proposal) return refuse("notFound");
    const next = nextRevocationStatus(proposal, "withdraw", actor.accountId);
    if (!next.ok) return next;
    if (proposal.version !== version || !(await close(tx, proposal, "withdrawn", "", actor))) return refuse("stale");
    await cancelReview(tx, { kind: "revocation", id });
    return accept(true);
  });
}
