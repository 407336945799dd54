import type { Day } from "~/platform/day";
import { buildRevocation } from "../builders";
import type { CertificateRow, RevocationRow } from "../rows";
import { type DemoEnterprise, hoursAgo, type Ledger, next, note } from "./ledger";
import { officerFor, openReview } from "./reviews";

/** The revocation that took a certificate away: proposed by one officer, confirmed by another two hours later. */
export function addConfirmedRevocation(
  ledger: Ledger,
  enterprise: DemoEnterprise,
  certificate: CertificateRow,
  place: number,
): void {
  const { revokedOn, revocationRecordedAt: decidedAt } = certificate;
  if (revokedOn === null || decidedAt === null) return;
  const [first, second] = [officerFor(enterprise, place), officerFor(enterprise, place + 1)];
  const proposedAt = new Date(decidedAt.getTime() - 2 * 3_600_000);
  const revocation = addRevocation(ledger, enterprise, certificate, {
    status: "confirmed",
    effectiveOn: revokedOn,
    proposedById: first.id,
    proposedAt,
    decidedById: second.id,
    decidedAt,
  });
  openReview(ledger, enterprise, "revocation", revocation.id, proposedAt, {
    status: "decided",
    barredId: first.id,
    claimedById: second.id,
    claimedAt: new Date(decidedAt.getTime() - 600_000),
    decidedById: second.id,
    decidedAt,
    decision: "confirm",
    label: certificate.number,
    schemeId: certificate.schemeId,
  });
  const enterpriseId = enterprise.row.id;
  note(ledger, decidedAt, second.id, "revocation.confirmed", revocation.id, { enterpriseId });
  note(ledger, decidedAt, second.id, "certificate.revoked", certificate.id, {
    enterpriseId,
    after: { revokedOn, reason: revocation.reason },
  });
}

/** A revocation to come that waits for a second officer. */
export function addProposedRevocation(
  ledger: Ledger,
  enterprise: DemoEnterprise,
  certificate: CertificateRow,
  effectiveOn: Day,
): void {
  const officer = officerFor(enterprise, 0);
  const proposedAt = hoursAgo(ledger, 7);
  const revocation = addRevocation(ledger, enterprise, certificate, {
    effectiveOn,
    proposedById: officer.id,
    proposedAt,
  });
  openReview(ledger, enterprise, "revocation", revocation.id, proposedAt, {
    barredId: officer.id,
    label: certificate.number,
    schemeId: certificate.schemeId,
  });
}

function addRevocation(
  ledger: Ledger,
  enterprise: DemoEnterprise,
  certificate: CertificateRow,
  given: Pick<RevocationRow, "proposedById" | "proposedAt" | "effectiveOn"> & Partial<RevocationRow>,
): RevocationRow {
  const row = buildRevocation(next(ledger, "revocations"), { ...given, certificateId: certificate.id });
  ledger.tables.revocations.push(row);
  note(ledger, row.proposedAt, row.proposedById, "revocation.proposed", row.id, {
    enterpriseId: enterprise.row.id,
    after: { effectiveOn: row.effectiveOn, reason: row.reason },
  });
  return row;
}
