import type { CertificateStatus } from "~/certification/certificate";
import type { Day } from "~/platform/day";
import { rows } from "~/platform/db/client.server";

export interface OwnCertificate {
  id: string;
  number: string;
  schemeVi: string;
  schemeEn: string;
  status: CertificateStatus;
  validFrom: Day;
  validTo: Day | null;
  revokedOn: Day | null;
  products: number;
}

/** The certificates of an enterprise for a member: what asks for work first, then the newest; at most 200. */
export const listOwnCertificates = (enterpriseId: string, accountId: string, today: Day): Promise<OwnCertificate[]> =>
  rows<OwnCertificate>(
    `SELECT c.id, c.number, s.name_vi AS "schemeVi", s.name_en AS "schemeEn", c.status, c.valid_from AS "validFrom",
        c.valid_to AS "validTo", c.revoked_on AS "revokedOn",
        (SELECT count(*) FROM certificate_products cp WHERE cp.certificate_id = c.id AND (cp.covers_to IS NULL OR cp.covers_to >= $3::date)) AS products
      FROM certificates c
      JOIN representatives m ON m.enterprise_id = c.enterprise_id AND m.account_id = $2
      JOIN schemes s ON s.id = c.scheme_id
      WHERE c.enterprise_id = $1
      ORDER BY array_position(ARRAY['returned', 'draft', 'submitted', 'verified'], c.status) NULLS LAST, c.valid_from DESC, c.id
      LIMIT 200`,
    [enterpriseId, accountId, today],
  );
