import type { Day } from "~/platform/day";
import { row } from "~/platform/db/client.server";
import type { CertificateStatus } from "./certificate";

/** A certificate as its renewal's page, or the page of what it renews, shows it. */
export interface RelatedCertificate {
  id: string;
  number: string;
  status: CertificateStatus;
  validFrom: Day;
  validTo: Day | null;
  revokedOn: Day | null;
}

export interface Renewals {
  /** What this certificate renews. */
  renewed: RelatedCertificate | null;
  /** What renews it: open, or verified. */
  renewal: RelatedCertificate | null;
  /** Names of products that the renewed certificate covers and this one does not. */
  dropped: string[];
}

const related = (alias: string): string =>
  `json_build_object('id', ${alias}.id, 'number', ${alias}.number, 'status', ${alias}.status,
    'validFrom', ${alias}.valid_from, 'validTo', ${alias}.valid_to, 'revokedOn', ${alias}.revoked_on)`;

/** The certificates before and after one in its chain of renewals; for pages that may show the certificate itself. */
export async function findRenewals(certificateId: string): Promise<Renewals> {
  const found = await row<Renewals>(
    `SELECT
      (SELECT ${related("o")} FROM certificates o WHERE o.id = c.supersedes_id) AS renewed,
      (SELECT ${related("r")} FROM certificates r
        WHERE r.supersedes_id = c.id AND r.status NOT IN ('refused', 'withdrawn', 'revoked') LIMIT 1) AS renewal,
      ARRAY(SELECT p.name FROM certificate_products before JOIN products p ON p.id = before.product_id
        WHERE before.certificate_id = c.supersedes_id AND before.covers_to IS NULL AND p.status <> 'withdrawn'
          AND NOT EXISTS (SELECT FROM certificate_products cp
            WHERE cp.certificate_id = c.id AND cp.product_id = before.product_id AND cp.covers_to IS NULL)
        ORDER BY p.name LIMIT 50) AS dropped
    FROM certificates c WHERE c.id = $1`,
    [certificateId],
  );
  return found ?? { renewed: null, renewal: null, dropped: [] };
}
