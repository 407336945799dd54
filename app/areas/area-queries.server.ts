import { rows } from "~/platform/db/client.server";
import type { NamedArea } from "./area-label";
import { type AreaKind, type AreaQuery, readAreaQuery } from "./area-query";

/** A commune as it was before 1 July 2025; partial when only a part of it went into the unit. */
export type FormerCommune = { kind: AreaKind; name: string; formerDistrict: string; partial: boolean };

/** A unit of today, and the old communes through whose names it was found. */
export type FoundArea = NamedArea & { id: string; formerCommunes: FormerCommune[] };

type Match = FoundArea & { exact: boolean; exactOfKind: boolean };

const currentScheme = "2025";
const shortest = 2;
const longest = 200;
// Low enough for two letters changed over in "Cát Tiến"; asked for only when nothing contains the name as typed.
const similarEnough = 0.35;
const shownCandidates = 10;

async function match({ name, kind, within, isLabel }: AreaQuery, limit: number): Promise<Match[]> {
  return rows<Match>(
    `WITH matches AS (
      SELECT a.*, CASE
          WHEN a.search_text = $1 THEN 0
          WHEN starts_with(a.search_text, $1) THEN 1
          WHEN position(' ' || $1 IN a.search_text) > 0 THEN 2
          WHEN position($1 IN a.search_text) > 0 THEN 3
          ELSE 4 END AS rank,
        similarity(a.search_text, $1) AS likeness
      FROM areas a
      WHERE (position($1 IN a.search_text) > 0 OR similarity(a.search_text, $1) >= ${similarEnough})
        AND (NOT $4 OR a.scheme = '${currentScheme}')
        AND NOT EXISTS (SELECT FROM unnest($2::text[]) AS place
          WHERE position(place IN fold_text(a.former_district || ' ' || a.former_province)) = 0)
    ), nearest AS (
      SELECT * FROM matches WHERE rank < 4 OR NOT EXISTS (SELECT FROM matches WHERE rank < 4)
    ), reached AS (
      SELECT m.id AS target, m.rank, m.likeness, m.kind, NULL::text AS former, false AS partial
        FROM nearest m WHERE m.scheme = '${currentScheme}'
      UNION ALL
      SELECT s.to_id, m.rank, m.likeness, m.kind, m.id, s.partial
        FROM nearest m JOIN area_successions s ON s.from_id = m.id WHERE m.scheme <> '${currentScheme}'
    )
    SELECT t.id, t.kind, t.name, t.former_district AS "formerDistrict",
      min(r.rank) = 0 AS exact, COALESCE(bool_or(r.rank = 0 AND r.kind = $3), false) AS "exactOfKind",
      COALESCE(json_agg(json_build_object('kind', f.kind, 'name', f.name, 'formerDistrict', f.former_district, 'partial', r.partial)
        ORDER BY r.rank, f.name) FILTER (WHERE f.id IS NOT NULL), '[]') AS "formerCommunes"
    FROM reached r JOIN areas t ON t.id = r.target LEFT JOIN areas f ON f.id = r.former
    GROUP BY t.id
    ORDER BY min(r.rank), bool_or(r.kind = $3) DESC NULLS LAST, bool_or(r.former IS NULL) DESC, max(r.likeness) DESC, t.name, t.id
    LIMIT $5`,
    [name, within, kind, isLabel, limit],
  );
}

const isAskable = (text: string, { name }: AreaQuery): boolean => text.length <= longest && name.length >= shortest;

/**
 * Units of today by their own name or that of a commune they took in, with or without diacritics, kind and district; the
 * nearest first. Fewer than two letters find nothing.
 */
export async function findAreas(text: string, limit: number): Promise<FoundArea[]> {
  const query = readAreaQuery(text);
  return isAskable(text, query) ? match(query, limit) : [];
}

/** The unit that was meant, and the candidates to choose from when the name alone does not say which. */
export type ResolvedArea = { area: FoundArea | undefined; candidates: FoundArea[] };

/**
 * The unit that was meant: the only one of exactly this name, or the one chosen among the candidates. Without a choice
 * only the candidates; neither when nothing is like it.
 */
export async function resolveArea(text: string, chosenId?: string): Promise<ResolvedArea> {
  const query = readAreaQuery(text);
  if (!isAskable(text, query)) return { area: undefined, candidates: [] };
  const found = await match(query, shownCandidates);
  const ofKind = found.filter(({ exactOfKind }) => exactOfKind);
  const exact = ofKind.length > 0 ? ofKind : found.filter((area) => area.exact);
  const [only, ...others] = exact;
  if (only && others.length === 0) return { area: only, candidates: [] };
  const candidates = exact.length > 0 ? exact : found;
  return { area: candidates.find(({ id }) => id === chosenId), candidates };
}

/** All units of today, for filters. */
export async function listAreas(): Promise<(NamedArea & { id: string })[]> {
  return rows(
    `SELECT id, kind, name, former_district AS "formerDistrict" FROM areas
      WHERE scheme = '${currentScheme}' AND (valid_to IS NULL OR valid_to >= current_date)
      ORDER BY former_province, former_district, name LIMIT 1000`,
  );
}
