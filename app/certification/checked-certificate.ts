import { compareDays, type Day } from "~/platform/day";
import { type CertificateStanding, standingOn } from "./certificate";
import { type Gap, gapBefore, lastDayOf, type Validity } from "./renewal";
import type { RevocationReason } from "./revocation";

/** What the database holds of a certificate that may be checked by anyone; it was verified. */
export interface CheckableCertificate extends Validity {
  code: string;
  schemeVi: string;
  schemeEn: string;
  issuerVi: string;
  issuerEn: string;
  number: string;
  level: string | null;
  issuedOn: Day;
  enterpriseName: string;
  revocationReason: RevocationReason | null;
  products: readonly { name: string; from: Day; to: Day | null }[];
  /** The verified certificate that renewed it. */
  renewal: (Validity & { code: string; number: string }) | null;
}

/** All that anyone is told of a certificate. */
export interface CheckedCertificate {
  standing: CertificateStanding;
  /** The last day on which it holds or held; null when it has no end. */
  lastDay: Day | null;
  /** The first day without effect of one that is or will be revoked. */
  revokedOn: Day | null;
  reason: RevocationReason | null;
  products: { name: string; from: Day; to: Day | null }[];
  renewal: { code: string; number: string; gap: Gap | null } | null;
}

/**
 * How a certificate stands for whoever checks it on a day. A revocation to come and its reason are told only once it has
 * taken effect: until then the certificate is as good as any.
 */
export function checkedOn(today: Day, certificate: CheckableCertificate): CheckedCertificate {
  const standing = standingOn(today, certificate);
  const isRevoked = standing === "revoked";
  const known: Validity = isRevoked ? certificate : { ...certificate, revokedOn: null };
  const lastDay = lastDayOf(known);
  const endOf = (to: Day | null): Day | null => (to === null || (lastDay !== null && lastDay < to) ? lastDay : to);
  const { renewal } = certificate;
  return {
    standing,
    lastDay,
    revokedOn: known.revokedOn,
    reason: isRevoked ? certificate.revocationReason : null,
    products: certificate.products
      .map(({ name, from, to }) => ({
        name,
        from: compareDays(from, certificate.validFrom) < 0 ? certificate.validFrom : from,
        to: endOf(to),
      }))
      .filter(({ from, to }) => to === null || from <= to),
    renewal: renewal && { code: renewal.code, number: renewal.number, gap: gapBefore(renewal, known) },
  };
}
