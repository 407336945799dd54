import type { Day } from "~/platform/day";
import { row, rows } from "~/platform/db/client.server";
import type { ProductGroup } from "~/products/product";
import { countedLegalForms } from "./counting-rules";
import { enterpriseIsOpenOn, heldSpans, liveSpans, smeSpans } from "./counting-sql.server";

/** The whole province, or what one of its two former provinces brought into it. */
export type Scope = { formerProvince: string | null };

/** All counts of one day. `smesAtLeast[n]` is how many SMEs had reached level n or more. */
export interface DayFigures {
  day: Day;
  certified: number;
  listed: number;
  smes: number;
  smesAtLeast: number[];
  unsized: number;
}

/**
 * The counts behind every share for each of the days, as known at an instant, by one statement however many days. The days
 * of a product are one multirange: joining its spans with every day asked about would be several times slower.
 */
export const countFigures = (days: readonly Day[], knownAt: Date, scope: Scope): Promise<DayFigures[]> =>
  rows<DayFigures>(
    `WITH ${heldSpans}, ${liveSpans}, ${smeSpans}, asked AS (SELECT DISTINCT unnest($2::date[]) AS day),
    certified AS (SELECT h.product_id, range_agg(daterange(h.from_on, h.to_on, '[]')) AS days
      FROM held h JOIN products p ON p.id = h.product_id JOIN enterprises e ON e.id = p.enterprise_id
      JOIN areas a ON a.id = e.area_id
      WHERE h.from_on <= h.to_on AND ($3::text IS NULL OR a.former_province = $3) GROUP BY h.product_id),
    listed AS (SELECT l.product_id, range_agg(daterange(l.from_on, l.to_on, '[]')) AS days
      FROM live l WHERE l.from_on <= l.to_on GROUP BY l.product_id),
    counted AS MATERIALIZED (SELECT c.days AS certified, c.days * COALESCE(l.days, '{}') AS listed
      FROM certified c LEFT JOIN listed l ON l.product_id = c.product_id),
    products_of_day AS (SELECT d.day, count(*) FILTER (WHERE c.certified @> d.day) AS certified,
        count(*) FILTER (WHERE c.listed @> d.day) AS listed
      FROM asked d CROSS JOIN counted c GROUP BY d.day),
    judged AS (SELECT d.day, z.size, v.level, z.size <> 'large' AND e.legal_form = ANY($4::text[]) AS counts
      FROM asked d JOIN enterprises e ON ${enterpriseIsOpenOn("d.day")} JOIN areas a ON a.id = e.area_id
      LEFT JOIN sized z ON z.enterprise_id = e.id AND d.day BETWEEN z.from_on AND z.to_on
      LEFT JOIN levelled v ON v.enterprise_id = e.id AND d.day BETWEEN v.from_on AND v.to_on
      WHERE $3::text IS NULL OR a.former_province = $3),
    smes_of_day AS (SELECT day, count(*) FILTER (WHERE counts) AS smes, count(*) FILTER (WHERE size IS NULL) AS unsized,
      ARRAY[count(*) FILTER (WHERE counts AND level >= 0), count(*) FILTER (WHERE counts AND level >= 1),
        count(*) FILTER (WHERE counts AND level >= 2), count(*) FILTER (WHERE counts AND level >= 3),
        count(*) FILTER (WHERE counts AND level >= 4), count(*) FILTER (WHERE counts AND level >= 5)]::int[] AS "atLeast"
      FROM judged GROUP BY day)
    SELECT d.day, COALESCE(p.certified, 0) AS certified, COALESCE(p.listed, 0) AS listed, COALESCE(s.smes, 0) AS smes,
      COALESCE(s."atLeast", '{0,0,0,0,0,0}') AS "smesAtLeast", COALESCE(s.unsized, 0) AS unsized
    FROM asked d LEFT JOIN products_of_day p ON p.day = d.day LEFT JOIN smes_of_day s ON s.day = d.day
    ORDER BY d.day`,
    [knownAt, days, scope.formerProvince, countedLegalForms],
  );

/** One row of a break-down: certified products of that part, and how many of them are listed. */
export interface Part {
  key: string;
  nameVi: string;
  nameEn: string;
  of: number;
  counted: number;
}

/** Certified and listed products by where, what, how certified and where sold; a product stands once in each of its parts. */
export interface BreakDown {
  districts: (Part & { province: string })[];
  schemes: Part[];
  groups: (Part & { key: ProductGroup })[];
  marketplaces: Part[];
}

export async function breakDown(day: Day, knownAt: Date, scope: Scope): Promise<BreakDown> {
  const found = await row<{ [K in keyof BreakDown]: BreakDown[K] | null }>(
    `WITH ${heldSpans}, ${liveSpans},
    held_now AS (SELECT DISTINCT product_id, scheme_id FROM held WHERE $2::date BETWEEN from_on AND to_on),
    live_now AS (SELECT DISTINCT product_id, marketplace_id FROM live WHERE $2::date BETWEEN from_on AND to_on),
    fact AS (SELECT p.id, p."group", a.former_province AS province, a.former_district AS district,
        p.id IN (SELECT product_id FROM live_now) AS listed
      FROM products p JOIN enterprises e ON e.id = p.enterprise_id JOIN areas a ON a.id = e.area_id
      WHERE p.id IN (SELECT product_id FROM held_now) AND ($3::text IS NULL OR a.former_province = $3)),
    by_district AS (SELECT district AS key, district AS "nameVi", district AS "nameEn", province, count(*) AS of,
        count(*) FILTER (WHERE listed) AS counted FROM fact GROUP BY province, district),
    by_group AS (SELECT "group" AS key, "group" AS "nameVi", "group" AS "nameEn", count(*) AS of,
        count(*) FILTER (WHERE listed) AS counted FROM fact GROUP BY "group"),
    by_scheme AS (SELECT s.code AS key, s.name_vi AS "nameVi", s.name_en AS "nameEn", count(*) AS of,
        count(*) FILTER (WHERE f.listed) AS counted, s.position
      FROM fact f JOIN held_now h ON h.product_id = f.id JOIN schemes s ON s.id = h.scheme_id GROUP BY s.id),
    by_marketplace AS (SELECT m.code AS key, m.name AS "nameVi", m.name AS "nameEn", (SELECT count(*) FROM fact) AS of,
        count(f.id) AS counted, m.position
      FROM marketplaces m JOIN live_now l ON l.marketplace_id = m.id JOIN fact f ON f.id = l.product_id GROUP BY m.id)
    SELECT (SELECT json_agg(x ORDER BY province, "of" DESC, key) FROM by_district x) AS districts,
      (SELECT json_agg(x ORDER BY "of" DESC, position, key) FROM by_scheme x) AS schemes,
      (SELECT json_agg(x ORDER BY "of" DESC, key) FROM by_group x) AS groups,
      (SELECT json_agg(x ORDER BY counted DESC, position, key) FROM by_marketplace x) AS marketplaces`,
    [knownAt, day, scope.formerProvince],
  );
  return {
    districts: found?.districts ?? [],
    schemes: found?.schemes ?? [],
    groups: found?.groups ?? [],
    marketplaces: found?.marketplaces ?? [],
  };
}
