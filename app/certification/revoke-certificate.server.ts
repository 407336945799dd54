import { may } from "~/accounts/access";
import { isPartyTo } from "~/accounts/membership.server";
import type { Actor } from "~/accounts/session.server";
import { type Day, dayOf } from "~/platform/day";
import { dateColumn, dayColumn } from "~/platform/db/columns.server";
import { type Acting, inTransaction } from "~/platform/db/transaction.server";
import { accept, type Result, refuse } from "~/platform/result";
import { dropChange } from "~/reviews/withdraw-change.server";
import { type CertificateStatus, nextCertificateStatus } from "./certificate";
import { tellOfCertificate } from "./tell-of-certificate.server";

export type RevokeRefusal =
  | "notFound"
  | "stale"
  | "notAllowed"
  | "ownEnterprise"
  | "revokedOn.beforeValid"
  | "revokedOn.future";

/** Ends a verified certificate from a day on, with a reason; what counted before that day still did. */
export async function revokeCertificate(
  {
    certificateId,
    version,
    revokedOn,
    reason,
  }: { certificateId: string; version: number; revokedOn: Day; reason: string },
  actor: Actor,
  acting: Acting,
): Promise<Result<true, RevokeRefusal>> {
  if (!may(actor.role, "certificate.revoke", false)) return refuse("notFound");
  return inTransaction(acting, async (tx) => {
    const found = await tx.prisma.certificate.findUnique({
      where: { id: certificateId },
      select: { status: true, version: true, enterpriseId: true, validFrom: true },
    });
    if (!found) return refuse("notFound");
    if (await isPartyTo(tx, actor.accountId, found.enterpriseId)) return refuse("ownEnterprise");
    const next = nextCertificateStatus(found.status as CertificateStatus, "revoke", "officer");
    if (!next.ok) return refuse("notAllowed");
    if (revokedOn < dayColumn(found.validFrom)) return refuse("revokedOn.beforeValid");
    if (revokedOn > dayOf(tx.now)) return refuse("revokedOn.future");
    await dropChange(tx, { kind: "certificate", id: certificateId, enterpriseId: found.enterpriseId });
    const { count } = await tx.prisma.certificate.updateMany({
      where: { id: certificateId, version, status: found.status },
      data: {
        status: next.value,
        revokedOn: dateColumn(revokedOn),
        revocationRecordedAt: tx.now,
        revocationReason: reason,
        version: { increment: 1 },
      },
    });
    if (count === 0) return refuse("stale");
    tx.record({
      event: "certificate.revoked",
      subject: { kind: "certificate", id: certificateId },
      enterpriseId: found.enterpriseId,
      data: { before: { status: found.status }, after: { status: next.value, revokedOn, reason } },
    });
    await tellOfCertificate(tx, "certificate.revoked", certificateId, found.enterpriseId, {
      note: reason,
      reasons: [],
    });
    return accept(true);
  });
}
