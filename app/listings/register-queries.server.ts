import type { Day } from "~/platform/day";
import { rows } from "~/platform/db/client.server";
import { isRecognisedOn, listingStanding } from "./listing-queries.server";
import type { ListingStatus } from "./listing-status";

export interface ListingFilter {
  query: string;
  marketplaceId: string | null;
  status: ListingStatus | null;
}

export interface ListingRegisterRow {
  id: string;
  key: string;
  marketplaceName: string;
  productName: string;
  enterpriseId: string;
  enterpriseName: string;
  status: ListingStatus;
  ageDays: number | null;
  lapsesOn: Day | null;
  isRecognised: boolean;
}

const names = { listing: "l", marketplace: "m", day: "$1" };
const escapeLike = (text: string): string => text.replace(/[\\%_]/g, "\\$&");

/** The register of listings that were not removed: one page of it and the size of the whole. */
export async function listListings(
  filter: ListingFilter,
  today: Day,
  page: { limit: number; offset: number },
): Promise<{ rows: ListingRegisterRow[]; total: number }> {
  const found = await rows<ListingRegisterRow & { total: number }>(
    `SELECT l.id, l.key, m.name AS "marketplaceName", p.name AS "productName", e.id AS "enterpriseId",
        e.name AS "enterpriseName", standing.status, standing.age_days AS "ageDays",
        standing.lapses_on AS "lapsesOn", ${isRecognisedOn(names)} AS "isRecognised", count(*) OVER () AS total
      FROM listings l JOIN marketplaces m ON m.id = l.marketplace_id JOIN products p ON p.id = l.product_id
      JOIN enterprises e ON e.id = p.enterprise_id ${listingStanding(names)}
      WHERE l.removed_at IS NULL
        AND ($2 = '' OR p.search_text LIKE '%' || fold_text($2) || '%' OR e.search_text LIKE '%' || fold_text($2) || '%'
          OR l.key LIKE '%' || $2 || '%')
        AND ($3::uuid IS NULL OR l.marketplace_id = $3)
        AND ($4::text IS NULL OR standing.status = $4)
      ORDER BY l.added_at DESC, l.id LIMIT $5 OFFSET $6`,
    [today, escapeLike(filter.query), filter.marketplaceId, filter.status, page.limit, page.offset],
  );
  return { rows: found, total: found[0]?.total ?? 0 };
}
