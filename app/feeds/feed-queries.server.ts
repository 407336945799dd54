import type pg from "pg";
import { countsAsListed, listingStanding } from "~/listings/listing-queries.server";
import type { Day } from "~/platform/day";
import { pool } from "~/platform/db/client.server";
import type { FeedItem } from "./feed-item";

/** More rows than the province has listings; beyond it the feed says so by failing instead of lying. */
export const mostFeedRows = 100_000;
const rowsPerFetch = 1_000;

const names = { listing: "l", marketplace: "m", day: "$1" };

/**
 * The certificate that a partner is shown for a product: in force on the day, of a scheme that counts; of several the one
 * that lasts longest. The same rule as `isCertified` of the targets.
 */
const certificateInForce = `
  JOIN LATERAL (
    SELECT s.code AS scheme, c.number, c.level, c.valid_to
    FROM certificate_products cp
    JOIN certificates c ON c.id = cp.certificate_id
    JOIN schemes s ON s.id = c.scheme_id
    WHERE cp.product_id = p.id AND s.counts_toward_target
      AND c.verified_at IS NOT NULL AND c.valid_from <= $1::date AND (c.valid_to IS NULL OR c.valid_to >= $1::date)
      AND (c.revoked_on IS NULL OR c.revoked_on > $1::date)
      AND cp.covers_from <= $1::date AND (cp.covers_to IS NULL OR cp.covers_to >= $1::date)
    ORDER BY c.valid_to DESC NULLS FIRST, c.valid_from DESC, s.position, c.id LIMIT 1
  ) held ON true`;

const feedSql = `
  SELECT p.code AS "productCode", p.name AS "productName", p."group", e.name AS "enterpriseName", a.name AS area,
    p.price AS "priceVnd", p.gtin, m.code AS marketplace, l.key AS "listingKey", l.url AS "listingUrl",
    standing.status, to_char(standing.observed_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "lastConfirmedAt",
    held.scheme, held.number AS "certificateNumber", held.level, held.valid_to AS "validTo", $2::text || p.code AS "productUrl"
  FROM products p
  JOIN enterprises e ON e.id = p.enterprise_id
  JOIN areas a ON a.id = e.area_id
  ${certificateInForce}
  JOIN listings l ON l.product_id = p.id
  JOIN marketplaces m ON m.id = l.marketplace_id
  ${listingStanding(names)}
  WHERE p.registered_on <= $1::date AND (p.withdrawn_on IS NULL OR p.withdrawn_on > $1::date)
    AND ${countsAsListed(names)}
  ORDER BY p.code COLLATE "C", m.code COLLATE "C", l.key COLLATE "C"
  LIMIT ${mostFeedRows + 1}`;

interface FeedReader {
  begin(dataVersion: number): Promise<void>;
  take(items: FeedItem[]): Promise<void>;
}

/**
 * Reads the feed of a day in one snapshot, by a cursor, so that however long it is only a page of it is in memory: first
 * the data version that the snapshot shows, then each page. Answers how many there were; throws above the allowed number.
 */
export async function readFeed(day: Day, productBase: string, reader: FeedReader): Promise<number> {
  const client = await pool().connect();
  try {
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    await reader.begin(await versionIn(client));
    await client.query(`DECLARE feed NO SCROLL CURSOR FOR ${feedSql}`, [day, productBase]);
    let count = 0;
    while (true) {
      const { rows } = await client.query<FeedItem>(`FETCH ${rowsPerFetch} FROM feed`);
      count += rows.length;
      if (count > mostFeedRows) throw new RangeError(`The feed has more than ${mostFeedRows} rows`);
      if (rows.length > 0) await reader.take(rows);
      if (rows.length < rowsPerFetch) break;
    }
    await client.query("COMMIT");
    client.release();
    return count;
  } catch (error) {
    // A connection with an open transaction must not go back into the pool.
    client.release(true);
    throw error;
  }
}

async function versionIn(client: pg.PoolClient): Promise<number> {
  const { rows } = await client.query<{ version: number }>("SELECT public_version AS version FROM journal_head");
  const version = rows[0]?.version;
  if (version === undefined) throw new Error("journal_head has no row: the migrations are not complete");
  return version;
}

/** The version of everything the feed is made from, as committed when asked. */
export async function readDataVersion(): Promise<number> {
  const client = await pool().connect();
  try {
    return await versionIn(client);
  } finally {
    client.release();
  }
}
