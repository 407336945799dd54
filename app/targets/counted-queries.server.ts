import type { EnterpriseSector, LegalForm } from "~/enterprises/enterprise-size";
import type { Day } from "~/platform/day";
import { row } from "~/platform/db/client.server";
import type { ProductGroup } from "~/products/product";
import { countedLegalForms } from "./counting-rules";
import { enterpriseIsOpenOn, heldSpans, liveSpans, smeSpans } from "./counting-sql.server";

/** Which part of a share a list shows: what is counted, what is in the whole but not counted, or the whole. */
export type CountedSet = "counted" | "missing" | "all";

export interface PlaceFilter {
  formerProvince: string | null;
  formerDistrict: string | null;
}

export interface ProductFilter extends PlaceFilter {
  set: CountedSet;
  schemeCode: string | null;
  group: string | null;
  /** With a marketplace, what is counted are the products live there. */
  marketplaceCode: string | null;
}

interface Place {
  areaKind: "phuong" | "xa" | "thi-tran";
  areaName: string;
  formerDistrict: string;
}

export interface CountedProduct extends Place {
  code: string;
  name: string;
  group: ProductGroup;
  enterpriseCode: string;
  enterpriseName: string;
  schemesVi: string[];
  schemesEn: string[];
  marketplaces: string[];
}

export interface PageOf<Item> {
  total: number;
  items: Item[];
}

type Window = { limit: number; offset: number };

/** The products behind a listing figure: those of a set on a day as known at an instant, one page of them and their number. */
export async function listCountedProducts(
  day: Day,
  knownAt: Date,
  filter: ProductFilter,
  page: Window,
): Promise<PageOf<CountedProduct>> {
  const found = await row<PageOf<CountedProduct>>(
    `WITH ${heldSpans}, ${liveSpans},
    held_now AS (SELECT DISTINCT h.product_id, s.code, s.name_vi, s.name_en, s.position FROM held h
      JOIN schemes s ON s.id = h.scheme_id WHERE $2::date BETWEEN h.from_on AND h.to_on),
    live_now AS (SELECT DISTINCT l.product_id, m.code, m.name, m.position FROM live l
      JOIN marketplaces m ON m.id = l.marketplace_id WHERE $2::date BETWEEN l.from_on AND l.to_on),
    chosen AS (SELECT p.id, p.code, p.name, p."group", e.code AS "enterpriseCode", e.name AS "enterpriseName",
        a.kind AS "areaKind", a.name AS "areaName", a.former_district AS "formerDistrict"
      FROM products p JOIN enterprises e ON e.id = p.enterprise_id JOIN areas a ON a.id = e.area_id
      WHERE p.id IN (SELECT product_id FROM held_now WHERE $6::text IS NULL OR code = $6)
        AND CASE $3 WHEN 'all' THEN true ELSE ($3 = 'counted') =
          (p.id IN (SELECT product_id FROM live_now WHERE $8::text IS NULL OR code = $8)) END
        AND ($4::text IS NULL OR a.former_province = $4) AND ($5::text IS NULL OR a.former_district = $5)
        AND ($7::text IS NULL OR p."group" = $7)),
    page AS (SELECT * FROM chosen ORDER BY name, code LIMIT $9 OFFSET $10)
    SELECT (SELECT count(*) FROM chosen) AS total, COALESCE((SELECT json_agg(json_build_object(
      'code', page.code, 'name', page.name, 'group', page."group", 'enterpriseCode', page."enterpriseCode",
      'enterpriseName', page."enterpriseName", 'areaKind', page."areaKind", 'areaName', page."areaName",
      'formerDistrict', page."formerDistrict",
      'schemesVi', ARRAY(SELECT h.name_vi FROM held_now h WHERE h.product_id = page.id ORDER BY h.position, h.code),
      'schemesEn', ARRAY(SELECT h.name_en FROM held_now h WHERE h.product_id = page.id ORDER BY h.position, h.code),
      'marketplaces', ARRAY(SELECT l.name FROM live_now l WHERE l.product_id = page.id ORDER BY l.position, l.code))
      ORDER BY page.name, page.code) FROM page), '[]') AS items`,
    [
      knownAt,
      day,
      filter.set,
      filter.formerProvince,
      filter.formerDistrict,
      filter.schemeCode,
      filter.group,
      filter.marketplaceCode,
      page.limit,
      page.offset,
    ],
  );
  return found ?? { total: 0, items: [] };
}

export interface EnterpriseFilter extends PlaceFilter {
  /** `unsized` are the enterprises outside the count for want of a declared size. */
  set: CountedSet | "unsized";
  level: number;
}

export interface CountedEnterprise extends Place {
  code: string;
  name: string;
  legalForm: LegalForm;
  sector: EnterpriseSector;
}

/** The enterprises behind an SME figure, one page of them and their number. */
export async function listCountedEnterprises(
  day: Day,
  knownAt: Date,
  filter: EnterpriseFilter,
  page: Window,
): Promise<PageOf<CountedEnterprise>> {
  const found = await row<PageOf<CountedEnterprise>>(
    `WITH ${smeSpans},
    chosen AS (SELECT e.code, e.name, e.legal_form AS "legalForm", e.sector, a.kind AS "areaKind", a.name AS "areaName",
        a.former_district AS "formerDistrict"
      FROM enterprises e JOIN areas a ON a.id = e.area_id
      LEFT JOIN sized z ON z.enterprise_id = e.id AND $2::date BETWEEN z.from_on AND z.to_on
      LEFT JOIN levelled v ON v.enterprise_id = e.id AND $2::date BETWEEN v.from_on AND v.to_on
      WHERE ${enterpriseIsOpenOn("$2::date")}
        AND CASE WHEN $3 = 'unsized' THEN z.size IS NULL ELSE z.size <> 'large' AND e.legal_form = ANY($7::text[]) END
        AND CASE $3 WHEN 'counted' THEN v.level >= $6::int WHEN 'missing' THEN COALESCE(v.level, -1) < $6::int ELSE true END
        AND ($4::text IS NULL OR a.former_province = $4) AND ($5::text IS NULL OR a.former_district = $5)),
    page AS (SELECT * FROM chosen ORDER BY name, code LIMIT $8 OFFSET $9)
    SELECT (SELECT count(*) FROM chosen) AS total,
      COALESCE((SELECT json_agg(page ORDER BY name, code) FROM page), '[]') AS items`,
    [
      knownAt,
      day,
      filter.set,
      filter.formerProvince,
      filter.formerDistrict,
      filter.level,
      countedLegalForms,
      page.limit,
      page.offset,
    ],
  );
  return found ?? { total: 0, items: [] };
}
