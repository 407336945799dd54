import { readAreaQuery } from "./area-query";

type Read = <Row extends object>(sql: string, values: readonly unknown[]) => Promise<Row[]>;

/**
 * The unit of today that each text names exactly, by its own name or by that of a commune it took in, for a whole table by
 * one query; null where several or none have that name.
 */
export async function exactAreas(texts: readonly string[], read: Read): Promise<Map<string, string | null>> {
  const asked = [...new Set(texts)].map((text) => {
    const { name, kind, within } = readAreaQuery(text);
    return { text, name, kind, within };
  });
  const found = await read<{ text: string; own: string[]; taken: string[] }>(
    `SELECT q.text,
        COALESCE(array_agg(DISTINCT a.id) FILTER (WHERE a.scheme = '2025'), '{}') AS own,
        COALESCE(array_agg(DISTINCT s.to_id) FILTER (WHERE s.to_id IS NOT NULL), '{}') AS taken
      FROM jsonb_to_recordset($1::jsonb) AS q(text text, name text, kind text, within text[])
      JOIN areas a ON a.search_text = q.name AND (q.kind IS NULL OR a.kind = q.kind)
        AND NOT EXISTS (SELECT FROM unnest(q.within) AS place
          WHERE position(place IN fold_text(a.former_district || ' ' || a.former_province)) = 0)
      LEFT JOIN area_successions s ON s.from_id = a.id AND a.scheme <> '2025'
      GROUP BY q.text`,
    [JSON.stringify(asked)],
  );
  const only = (ids: readonly string[]): string | null => (ids.length === 1 ? (ids[0] ?? null) : null);
  return new Map([
    ...asked.map(({ text }) => [text, null] as const),
    ...found.map(({ text, own, taken }) => [text, only(own.length > 0 ? own : taken)] as const),
  ]);
}
