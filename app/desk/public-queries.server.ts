import type { CertificateStatus } from "~/certification/certificate";
import type { EnterpriseSector, LegalForm } from "~/enterprises/enterprise-size";
import type { Day } from "~/platform/day";
import { row } from "~/platform/db/client.server";
import type { ProductGroup, ProductStatus } from "~/products/product";
import { type Photo, photoJson } from "~/products/product-queries.server";

interface PublicArea {
  areaKind: "phuong" | "xa" | "thi-tran";
  areaName: string;
  formerDistrict: string;
  formerProvince: string;
}

export interface PublicCertificate {
  id: string;
  /** Where anyone checks it. */
  code: string;
  schemeVi: string;
  schemeEn: string;
  issuerVi: string;
  issuerEn: string;
  counts: boolean;
  number: string;
  level: string | null;
  issuedOn: Day;
  status: CertificateStatus;
  validFrom: Day;
  validTo: Day | null;
  revokedOn: Day | null;
}

export interface PublicProduct extends PublicArea {
  id: string;
  code: string;
  name: string;
  group: ProductGroup;
  description: string;
  price: number | null;
  unit: string;
  gtin: string | null;
  status: ProductStatus;
  registeredOn: Day;
  withdrawnOn: Day | null;
  enterpriseCode: string;
  enterpriseName: string;
  photos: Photo[];
  certificates: PublicCertificate[];
}

/** A product as anyone may see it: registered or withdrawn, with what was verified about it. Drafts are nobody's business. */
export const findPublicProduct = (code: string, today: Day): Promise<PublicProduct | undefined> =>
  row<PublicProduct>(
    `SELECT p.id, p.code, p.name, p."group", p.description, p.price, p.unit, p.gtin, p.status,
      p.registered_on AS "registeredOn", p.withdrawn_on AS "withdrawnOn", e.code AS "enterpriseCode",
      e.name AS "enterpriseName", a.kind AS "areaKind", a.name AS "areaName", a.former_district AS "formerDistrict",
      a.former_province AS "formerProvince",
      COALESCE((SELECT json_agg(${photoJson} ORDER BY ph.position, f.id)
        FROM product_photos ph JOIN files f ON f.id = ph.file_id
        WHERE ph.product_id = p.id AND f.width > 0 AND f.height > 0), '[]') AS photos,
      COALESCE((SELECT json_agg(json_build_object('id', c.id, 'code', c.code, 'schemeVi', s.name_vi, 'schemeEn', s.name_en,
          'issuerVi', s.issuer_vi, 'issuerEn', s.issuer_en, 'counts', s.counts_toward_target, 'number', c.number,
          'level', c.level, 'issuedOn', c.issued_on, 'status', c.status, 'validFrom', c.valid_from, 'validTo', c.valid_to,
          'revokedOn', c.revoked_on) ORDER BY c.valid_to DESC NULLS FIRST, c.valid_from DESC, c.id)
        FROM certificates c JOIN schemes s ON s.id = c.scheme_id
        WHERE c.verified_at IS NOT NULL AND EXISTS (SELECT FROM certificate_products cp
          WHERE cp.certificate_id = c.id AND cp.product_id = p.id AND (cp.covers_to IS NULL OR cp.covers_to >= $2::date)
            AND cp.covers_from <= GREATEST($2::date, c.valid_from))), '[]') AS certificates
    FROM products p JOIN enterprises e ON e.id = p.enterprise_id JOIN areas a ON a.id = e.area_id
    WHERE p.code = $1 AND p.status <> 'draft'`,
    [code, today],
  );

export interface EnterpriseProduct {
  code: string;
  name: string;
  group: ProductGroup;
  photo: Photo | null;
  /** Names of the schemes whose certificate is valid today. */
  schemesVi: string[];
  schemesEn: string[];
}

export interface PublicEnterprise extends PublicArea {
  code: string;
  name: string;
  legalForm: LegalForm;
  sector: EnterpriseSector;
  registeredOn: Day;
  closedOn: Day | null;
  /** Null where it is someone's personal number. */
  taxCode: string | null;
  /** Null for a household, whose telephone is a person's. */
  phone: string | null;
  website: string;
  total: number;
  products: EnterpriseProduct[];
}

/** An enterprise as anyone may see it, without personal data, with one page of its registered products. */
export const findPublicEnterprise = (
  code: string,
  today: Day,
  page: { limit: number; offset: number },
): Promise<PublicEnterprise | undefined> =>
  row<PublicEnterprise>(
    `WITH held AS (
      SELECT DISTINCT cp.product_id, s.name_vi, s.name_en, s.position
      FROM enterprises e JOIN certificates c ON c.enterprise_id = e.id JOIN schemes s ON s.id = c.scheme_id
      JOIN certificate_products cp ON cp.certificate_id = c.id
      WHERE e.code = $1 AND c.verified_at IS NOT NULL AND c.valid_from <= $2::date
        AND (c.valid_to IS NULL OR c.valid_to >= $2::date) AND (c.revoked_on IS NULL OR c.revoked_on > $2::date)
        AND cp.covers_from <= $2::date AND (cp.covers_to IS NULL OR cp.covers_to >= $2::date)
    ), shown AS (
      SELECT p.id, p.code, p.name, p."group", p.search_text, p.id IN (SELECT product_id FROM held) AS certified
      FROM products p JOIN enterprises e ON e.id = p.enterprise_id
      WHERE e.code = $1 AND p.status = 'registered'
    ), page AS (SELECT * FROM shown ORDER BY certified DESC, search_text, code LIMIT $3 OFFSET $4)
    SELECT e.code, e.name, e.legal_form AS "legalForm", e.sector, e.registered_on AS "registeredOn",
      e.closed_on AS "closedOn", CASE WHEN e.tax_code_kind <> 'personal' THEN e.tax_code END AS "taxCode",
      CASE WHEN e.legal_form <> 'household' AND e.tax_code_kind <> 'personal' THEN NULLIF(e.phone, '') END AS phone,
      e.website, a.kind AS "areaKind", a.name AS "areaName", a.former_district AS "formerDistrict",
      a.former_province AS "formerProvince", (SELECT count(*) FROM shown) AS total,
      COALESCE((SELECT json_agg(json_build_object('code', page.code, 'name', page.name, 'group', page."group",
        'photo', (SELECT ${photoJson} FROM product_photos ph
          JOIN files f ON f.id = ph.file_id WHERE ph.product_id = page.id AND f.width > 0 AND f.height > 0
          ORDER BY ph.position, f.id LIMIT 1),
        'schemesVi', ARRAY(SELECT h.name_vi FROM held h WHERE h.product_id = page.id ORDER BY h.position, h.name_vi),
        'schemesEn', ARRAY(SELECT h.name_en FROM held h WHERE h.product_id = page.id ORDER BY h.position, h.name_vi))
        ORDER BY page.certified DESC, page.search_text, page.code) FROM page), '[]') AS products
    FROM enterprises e JOIN areas a ON a.id = e.area_id WHERE e.code = $1`,
    [code, today, page.limit, page.offset],
  );
