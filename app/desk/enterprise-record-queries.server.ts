import type { CertificateStatus } from "~/certification/certificate";
import type { Area } from "~/enterprises/enterprise-queries.server";
import type { EnterpriseSector, EnterpriseSize, LegalForm } from "~/enterprises/enterprise-size";
import { listingStanding } from "~/listings/listing-queries.server";
import type { ListingStatus } from "~/listings/listing-status";
import type { Day } from "~/platform/day";
import { row, rows } from "~/platform/db/client.server";
import type { ProductStatus } from "~/products/product";

export interface EnterpriseRecord {
  id: string;
  code: string;
  name: string;
  taxCode: string;
  legalForm: LegalForm;
  sector: EnterpriseSector;
  area: Area;
  address: string;
  phone: string;
  website: string;
  registeredOn: Day;
  size: EnterpriseSize | null;
  sizeYear: number | null;
  members: { name: string; email: string | null; phone: string | null }[];
}

/** One enterprise as staff see it. */
export const findEnterpriseRecord = (id: string) =>
  row<EnterpriseRecord>(
    `SELECT e.id, e.code, e.name, e.tax_code AS "taxCode", e.legal_form AS "legalForm", e.sector,
        json_build_object('kind', a.kind, 'name', a.name, 'formerDistrict', a.former_district) AS area,
        e.address, e.phone, e.website, e.registered_on AS "registeredOn", d.size, d.year AS "sizeYear",
        COALESCE((SELECT json_agg(json_build_object('name', u.name, 'email', u.email, 'phone', u.phone) ORDER BY m.created_at)
          FROM memberships m JOIN accounts u ON u.id = m.account_id WHERE m.enterprise_id = e.id), '[]'::json) AS members
      FROM enterprises e
      JOIN areas a ON a.id = e.area_id
      LEFT JOIN LATERAL (SELECT size, year FROM size_declarations WHERE enterprise_id = e.id
        ORDER BY effective_on DESC, recorded_at DESC LIMIT 1) d ON true
      WHERE e.id = $1`,
    [id],
  );

export interface RecordProduct {
  id: string;
  code: string;
  name: string;
  status: ProductStatus;
  listings: number;
}

export const listRecordProducts = (enterpriseId: string) =>
  rows<RecordProduct>(
    `SELECT p.id, p.code, p.name, p.status,
        (SELECT count(*) FROM listings l WHERE l.product_id = p.id AND l.removed_at IS NULL) AS listings
      FROM products p WHERE p.enterprise_id = $1 ORDER BY p.name, p.id LIMIT 200`,
    [enterpriseId],
  );

export interface RecordCertificate {
  id: string;
  number: string;
  schemeVi: string;
  schemeEn: string;
  status: CertificateStatus;
  validFrom: Day;
  validTo: Day | null;
  revokedOn: Day | null;
}

export const listRecordCertificates = (enterpriseId: string) =>
  rows<RecordCertificate>(
    `SELECT c.id, c.number, s.name_vi AS "schemeVi", s.name_en AS "schemeEn", c.status, c.valid_from AS "validFrom",
        c.valid_to AS "validTo", c.revoked_on AS "revokedOn"
      FROM certificates c JOIN schemes s ON s.id = c.scheme_id
      WHERE c.enterprise_id = $1 AND c.submitted_at IS NOT NULL ORDER BY c.submitted_at DESC, c.id LIMIT 200`,
    [enterpriseId],
  );

export interface RecordListing {
  id: string;
  productName: string;
  marketplace: string;
  url: string;
  status: ListingStatus;
  ageDays: number | null;
  lapsesOn: Day | null;
}

export function listRecordListings(enterpriseId: string, day: Day): Promise<RecordListing[]> {
  return rows<RecordListing>(
    `SELECT l.id, p.name AS "productName", m.name AS marketplace, l.url, standing.status, standing.age_days AS "ageDays",
        standing.lapses_on AS "lapsesOn"
      FROM listings l JOIN products p ON p.id = l.product_id JOIN marketplaces m ON m.id = l.marketplace_id
      ${listingStanding({ listing: "l", marketplace: "m", day: "$2" })}
      WHERE p.enterprise_id = $1 AND l.removed_at IS NULL ORDER BY p.name, m.position, l.id LIMIT 300`,
    [enterpriseId, day],
  );
}

export interface RecordAssessment {
  id: string;
  level: number;
  schemeVersion: string;
  assessedOn: Day;
  source: string;
}

export const listRecordAssessments = (enterpriseId: string) =>
  rows<RecordAssessment>(
    `SELECT id, level, scheme_version AS "schemeVersion", assessed_on AS "assessedOn", source
      FROM assessments WHERE enterprise_id = $1 ORDER BY assessed_on DESC, verified_at DESC LIMIT 50`,
    [enterpriseId],
  );
