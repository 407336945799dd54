import { countsAsListed, listingStanding } from "~/listings/listing-queries.server";
import type { Day } from "~/platform/day";
import { row } from "~/platform/db/client.server";
import { fold } from "~/platform/vietnamese-text";
import type { ProductGroup } from "~/products/product";
import { type Photo, photoJson } from "~/products/product-queries.server";
import type { FilterChoices } from "~/targets/target-queries.server";

export interface DirectoryFilter {
  query: string;
  group: ProductGroup | null;
  schemeCode: string | null;
  formerDistrict: string | null;
  marketplaceCode: string | null;
  listed: boolean | null;
}

export interface DirectoryItem {
  code: string;
  name: string;
  group: ProductGroup;
  enterpriseName: string;
  areaKind: "phuong" | "xa" | "thi-tran";
  areaName: string;
  formerDistrict: string;
  price: number | null;
  unit: string;
  photo: Photo | null;
  schemes: { nameVi: string; nameEn: string; counts: boolean }[];
  marketplaces: string[];
}

const listed = { listing: "l", marketplace: "m", day: "$1" };

/** One page of the products that hold a valid verified certificate of any scheme today, and the number of all of them. */
export async function listDirectory(
  today: Day,
  filter: DirectoryFilter,
  page: { limit: number; offset: number },
): Promise<{ total: number; items: DirectoryItem[] }> {
  const found = await row<{ total: number; items: DirectoryItem[] }>(
    `WITH held AS (
      SELECT DISTINCT cp.product_id, s.code, s.name_vi, s.name_en, s.counts_toward_target, s.position
      FROM certificates c JOIN schemes s ON s.id = c.scheme_id JOIN certificate_products cp ON cp.certificate_id = c.id
      WHERE c.verified_at IS NOT NULL AND c.valid_from <= $1::date AND (c.valid_to IS NULL OR c.valid_to >= $1::date)
        AND (c.revoked_on IS NULL OR c.revoked_on > $1::date)
        AND cp.covers_from <= $1::date AND (cp.covers_to IS NULL OR cp.covers_to >= $1::date)
    ), live AS (
      SELECT DISTINCT l.product_id, m.code, m.name, m.position
      FROM listings l JOIN marketplaces m ON m.id = l.marketplace_id ${listingStanding(listed)}
      WHERE ${countsAsListed(listed)}
    ), sought AS (
      SELECT id FROM products WHERE search_text LIKE $2
      UNION SELECT p.id FROM products p JOIN enterprises e ON e.id = p.enterprise_id WHERE e.search_text LIKE $2
    ), chosen AS (
      SELECT p.id, p.code, p.name, p."group", p.price, p.unit, p.search_text, e.name AS "enterpriseName",
        a.kind AS "areaKind", a.name AS "areaName", a.former_district AS "formerDistrict"
      FROM products p JOIN enterprises e ON e.id = p.enterprise_id JOIN areas a ON a.id = e.area_id
      WHERE p.status = 'registered' AND p.registered_on <= $1::date
        AND ($2 = '%%' OR p.id IN (SELECT id FROM sought))
        AND p.id IN (SELECT product_id FROM held WHERE $4::text IS NULL OR code = $4)
        AND ($3::text IS NULL OR p."group" = $3)
        AND ($5::text IS NULL OR a.former_district = $5)
        AND ($6::text IS NULL OR p.id IN (SELECT product_id FROM live WHERE code = $6))
        AND ($7::boolean IS NULL OR $7 = (p.id IN (SELECT product_id FROM live)))
    ), page AS (SELECT * FROM chosen ORDER BY search_text, code LIMIT $8 OFFSET $9)
    SELECT (SELECT count(*) FROM chosen) AS total, COALESCE((SELECT json_agg(json_build_object(
      'code', page.code, 'name', page.name, 'group', page."group", 'enterpriseName', page."enterpriseName",
      'areaKind', page."areaKind", 'areaName', page."areaName", 'formerDistrict', page."formerDistrict",
      'price', page.price, 'unit', page.unit,
      'photo', (SELECT ${photoJson} FROM product_photos ph
        JOIN files f ON f.id = ph.file_id WHERE ph.product_id = page.id AND f.width > 0 AND f.height > 0
        ORDER BY ph.position, f.id LIMIT 1),
      'schemes', (SELECT json_agg(json_build_object('nameVi', h.name_vi, 'nameEn', h.name_en, 'counts', h.counts_toward_target)
        ORDER BY h.position, h.code) FROM held h WHERE h.product_id = page.id),
      'marketplaces', ARRAY(SELECT v.name FROM live v WHERE v.product_id = page.id ORDER BY v.position, v.code))
      ORDER BY page.search_text, page.code) FROM page), '[]') AS items`,
    [
      today,
      likePattern(filter.query),
      filter.group,
      filter.schemeCode,
      filter.formerDistrict,
      filter.marketplaceCode,
      filter.listed,
      page.limit,
      page.offset,
    ],
  );
  return found ?? { total: 0, items: [] };
}

/** Folded as the search columns are; what a reader types is never a wildcard. */
const likePattern = (query: string): string => `%${fold(query).replace(/[\\%_]/g, "\\$&")}%`;

/** What the directory can be narrowed to. */
export async function readDirectoryChoices(today: Day): Promise<FilterChoices> {
  const found = await row<FilterChoices>(
    `SELECT
      (SELECT COALESCE(json_agg(d ORDER BY d.province, d.district), '[]') FROM (
        SELECT DISTINCT former_district AS district, former_province AS province FROM areas WHERE scheme = '2025') d) AS districts,
      (SELECT COALESCE(json_agg(json_build_object('code', code, 'nameVi', name_vi, 'nameEn', name_en) ORDER BY position), '[]')
        FROM schemes WHERE active) AS schemes,
      (SELECT COALESCE(json_agg(json_build_object('code', code, 'nameVi', name, 'nameEn', name) ORDER BY position), '[]')
        FROM marketplaces WHERE recognised_to IS NULL OR recognised_to >= $1::date) AS marketplaces`,
    [today],
  );
  return found ?? { districts: [], schemes: [], marketplaces: [] };
}
