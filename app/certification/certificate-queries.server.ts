import type { Day } from "~/platform/day";
import { row, rows } from "~/platform/db/client.server";
import { todayInVietnam } from "~/platform/db/columns.server";
import { containsPattern } from "~/platform/db/contains-pattern.server";
import type { CertificateStatus } from "./certificate";
import type { RecordedRecognition } from "./recognition.server";
import type { RegisterStanding } from "./register-standing";

export interface CertificateView {
  id: string;
  /** By which anyone checks it, once it was verified. */
  code: string | null;
  version: number;
  enterpriseId: string;
  enterpriseName: string;
  schemeId: string;
  schemeCode: string;
  schemeVi: string;
  schemeEn: string;
  issuerVi: string;
  issuerEn: string;
  validityMonths: number | null;
  levels: string[];
  counts: boolean;
  number: string;
  level: string | null;
  issuedOn: Day;
  validFrom: Day;
  validTo: Day | null;
  status: CertificateStatus;
  submittedAt: Date | null;
  verifiedAt: Date | null;
  revokedOn: Day | null;
  revocationReason: string | null;
  scan: { id: string; mediaType: string; name: string; sizeBytes: number } | null;
  /** The signed decision by which it was verified. */
  recognition: RecordedRecognition | null;
  products: { id: string; code: string; name: string; status: string }[];
}

const view = `
  SELECT c.id, CASE WHEN c.verified_at IS NOT NULL THEN c.code END AS code, c.version, c.enterprise_id AS "enterpriseId", e.name AS "enterpriseName",
    s.id AS "schemeId", s.code AS "schemeCode", s.name_vi AS "schemeVi", s.name_en AS "schemeEn",
    s.issuer_vi AS "issuerVi", s.issuer_en AS "issuerEn", s.validity_months AS "validityMonths", s.levels,
    s.counts_toward_target AS counts,
    c.number, c.level, c.issued_on AS "issuedOn", c.valid_from AS "validFrom", c.valid_to AS "validTo", c.status,
    c.submitted_at AS "submittedAt", c.verified_at AS "verifiedAt", c.revoked_on AS "revokedOn",
    c.revocation_reason AS "revocationReason",
    CASE WHEN f.id IS NULL THEN NULL ELSE
      json_build_object('id', f.id, 'mediaType', f.media_type, 'name', f.original_name, 'sizeBytes', f.size_bytes) END AS scan,
    CASE WHEN r.id IS NULL THEN NULL ELSE json_build_object('id', r.id, 'number', r.number, 'day', r.decided_on, 'issuer', r.issuer,
      'paperId', r.paper_id) END AS recognition,
    COALESCE((SELECT json_agg(json_build_object('id', p.id, 'code', p.code, 'name', p.name, 'status', p.status) ORDER BY p.name, p.id)
      FROM certificate_products cp JOIN products p ON p.id = cp.product_id
      WHERE cp.certificate_id = c.id AND (cp.covers_to IS NULL OR cp.covers_to >= ${todayInVietnam})), '[]'::json) AS products
  FROM certificates c
  JOIN enterprises e ON e.id = c.enterprise_id
  JOIN schemes s ON s.id = c.scheme_id
  LEFT JOIN files f ON f.id = c.scan_id
  LEFT JOIN recognitions r ON r.id = c.recognition_id`;

/** A certificate of an enterprise that the account belongs to; undefined for everyone else. */
export const findMemberCertificate = (certificateId: string, enterpriseId: string, accountId: string) =>
  row<CertificateView>(
    `${view} JOIN representatives m ON m.enterprise_id = c.enterprise_id AND m.account_id = $3
      WHERE c.id = $1 AND c.enterprise_id = $2`,
    [certificateId, enterpriseId, accountId],
  );

/** A certificate that was ever handed in, for staff. */
export const findSubmittedCertificate = (certificateId: string) =>
  row<CertificateView>(`${view} WHERE c.id = $1 AND c.submitted_at IS NOT NULL`, [certificateId]);

export interface SchemeChoice {
  id: string;
  nameVi: string;
  nameEn: string;
  levels: string[];
  validityMonths: number | null;
  numberExample: string;
}

export const listSchemeChoices = () =>
  rows<SchemeChoice>(
    `SELECT id, name_vi AS "nameVi", name_en AS "nameEn", levels, validity_months AS "validityMonths",
        number_example AS "numberExample"
      FROM schemes WHERE active ORDER BY position, name_vi LIMIT 200`,
  );

export interface ProductChoice {
  id: string;
  name: string;
  status: string;
}

/** The products of an enterprise that a certificate may cover, for a member; undefined when the account is none. */
export async function listOwnProducts(enterpriseId: string, accountId: string): Promise<ProductChoice[] | undefined> {
  const member = await row("SELECT 1 FROM representatives WHERE enterprise_id = $1 AND account_id = $2", [
    enterpriseId,
    accountId,
  ]);
  if (!member) return undefined;
  return rows<ProductChoice>(
    "SELECT id, name, status FROM products WHERE enterprise_id = $1 AND status <> 'withdrawn' ORDER BY name, id LIMIT 200",
    [enterpriseId],
  );
}

export interface RegisterFilter {
  query: string;
  schemeId: string | null;
  standing: RegisterStanding | null;
}

export interface RegisterRow {
  id: string;
  number: string;
  schemeVi: string;
  schemeEn: string;
  level: string | null;
  enterpriseId: string;
  enterpriseName: string;
  status: CertificateStatus;
  validFrom: Day;
  validTo: Day | null;
  revokedOn: Day | null;
  products: number;
}

/** The register of all certificates that were ever handed in, one page of it and the size of the whole. */
export async function listCertificates(
  filter: RegisterFilter,
  today: Day,
  page: { limit: number; offset: number },
): Promise<{ rows: RegisterRow[]; total: number }> {
  const found = await rows<RegisterRow & { total: number }>(
    `SELECT c.id, c.number, s.name_vi AS "schemeVi", s.name_en AS "schemeEn", c.level, e.id AS "enterpriseId",
        e.name AS "enterpriseName", c.status, c.valid_from AS "validFrom", c.valid_to AS "validTo", c.revoked_on AS "revokedOn",
        (SELECT count(*) FROM certificate_products cp WHERE cp.certificate_id = c.id AND (cp.covers_to IS NULL OR cp.covers_to >= $4::date)) AS products,
        count(*) OVER () AS total
      FROM certificates c JOIN enterprises e ON e.id = c.enterprise_id JOIN schemes s ON s.id = c.scheme_id
      WHERE c.submitted_at IS NOT NULL
        AND ($1::text IS NULL OR e.search_text LIKE $1 OR fold_text(c.number) LIKE $1)
        AND ($2::uuid IS NULL OR c.scheme_id = $2)
        AND CASE $3
          WHEN 'valid' THEN c.verified_at IS NOT NULL AND c.valid_from <= $4::date
            AND (c.valid_to IS NULL OR c.valid_to >= $4::date) AND (c.revoked_on IS NULL OR c.revoked_on > $4::date)
          WHEN 'expired' THEN c.verified_at IS NOT NULL AND c.valid_to < $4::date AND (c.revoked_on IS NULL OR c.revoked_on > $4::date)
          WHEN 'expiring' THEN c.status = 'verified' AND c.valid_to BETWEEN $4::date AND $4::date + 90
          WHEN 'revoked' THEN c.revoked_on <= $4::date
          WHEN 'waiting' THEN c.status = 'submitted'
          ELSE true END
      ORDER BY c.submitted_at DESC, c.id LIMIT $5 OFFSET $6`,
    [
      filter.query ? containsPattern(filter.query) : null,
      filter.schemeId,
      filter.standing ?? "",
      today,
      page.limit,
      page.offset,
    ],
  );
  return { rows: found, total: found[0]?.total ?? 0 };
}

export interface SchemeRow {
  id: string;
  version: number;
  code: string;
  nameVi: string;
  nameEn: string;
  issuerVi: string;
  issuerEn: string;
  validityMonths: number | null;
  levels: string[];
  numberExample: string;
  counts: boolean;
  active: boolean;
  certificates: number;
}

const schemeRows = `
  SELECT s.id, s.version, s.code, s.name_vi AS "nameVi", s.name_en AS "nameEn", s.issuer_vi AS "issuerVi",
    s.issuer_en AS "issuerEn", s.validity_months AS "validityMonths", s.levels, s.number_example AS "numberExample",
    s.counts_toward_target AS counts, s.active,
    (SELECT count(*) FROM certificates c WHERE c.scheme_id = s.id) AS certificates
  FROM schemes s`;

export const listSchemes = () => rows<SchemeRow>(`${schemeRows} ORDER BY s.position, s.name_vi LIMIT 200`);
export const findScheme = (id: string) => row<SchemeRow>(`${schemeRows} WHERE s.id = $1`, [id]);

/** A stored scan that the account may read: members of the enterprise, and staff once it was handed in or proposed. */
export const findReadableFile = (fileId: string, accountId: string, isStaff: boolean) =>
  row<{ sha256: string; mediaType: string; name: string }>(
    `SELECT f.sha256, f.media_type AS "mediaType", f.original_name AS name FROM files f
      WHERE f.id = $1 AND (
        EXISTS (SELECT 1 FROM representatives m WHERE m.enterprise_id = f.enterprise_id AND m.account_id = $2)
        OR ($3 AND f.purpose IN ('screenshot', 'document', 'sheet'))
        OR ($3 AND EXISTS (SELECT 1 FROM recognitions r WHERE r.paper_id = f.id))
        OR (f.purpose = 'sheet' AND f.uploaded_by_id = $2)
        OR EXISTS (SELECT 1 FROM certificates c JOIN representatives m ON m.enterprise_id = c.enterprise_id AND m.account_id = $2
          WHERE c.scan_id = f.id)
        OR ($3 AND EXISTS (SELECT 1 FROM certificates c WHERE c.scan_id = f.id AND c.submitted_at IS NOT NULL))
        OR ($3 AND EXISTS (SELECT 1 FROM proposed_changes ch WHERE ch.enterprise_id = f.enterprise_id
          AND f.id::text IN (ch.before->>'scanId', ch.after->>'scanId'))))`,
    [fileId, accountId, isStaff],
  );
