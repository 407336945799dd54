import type { Day } from "~/platform/day";
import { row, rows } from "~/platform/db/client.server";
import { type Photo, photoJson } from "~/products/product-queries.server";
import type { SaidReason } from "~/reviews/reason";
import { saidReasons } from "~/reviews/said-reasons.server";
import type { EvidenceKind, EvidenceVerdict, ListingStatus } from "./listing-status";

interface StandingSql {
  /** The aliases of the listing and its marketplace in the query around it. */
  listing: string;
  marketplace: string;
  /** The day asked about, as SQL: a placeholder such as "$1". */
  day: string;
  /** As known at this instant, as SQL; everything known when left out. */
  knownAt?: string;
}

const endOfDay = (day: string): string => `((${day}::date + 1)::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh')`;

/**
 * SQL that joins `standing` (status, observed_at, age_days, lapses_on) to a listing: `statusOn` of listing-status.ts said
 * in SQL, from the latest evidence of the day. A test holds the two equal.
 */
export function listingStanding({ listing, marketplace, day, knownAt = "'infinity'" }: StandingSql): string {
  return `CROSS JOIN LATERAL (
    SELECT CASE
        WHEN latest.verdict IS NULL THEN 'claimed'
        WHEN latest.verdict = 'not-live' THEN 'not-live'
        WHEN ${day}::date - latest.observed_on <= ${marketplace}.confirmation_window_days THEN 'live'
        ELSE 'unconfirmed' END AS status,
      latest.observed_at, ${day}::date - latest.observed_on AS age_days,
      CASE WHEN latest.verdict = 'live' THEN latest.observed_on + ${marketplace}.confirmation_window_days + 1 END AS lapses_on
    FROM (SELECT 1) AS always
    LEFT JOIN LATERAL (
      SELECT proof.verdict, proof.observed_at,
        (proof.observed_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date AS observed_on
      FROM evidence proof
      WHERE proof.listing_id = ${listing}.id AND proof.observed_at < ${endOfDay(day)}
        AND proof.recorded_at <= ${knownAt}::timestamptz
        AND NOT (proof.kind = 'owner-claim' AND proof.verdict = 'live')
      ORDER BY proof.observed_at DESC, proof.recorded_at DESC, proof.id DESC LIMIT 1
    ) latest ON true
  ) standing`;
}

/** SQL that is true where the marketplace is recognised on the day. */
export const isRecognisedOn = ({ marketplace, day }: Pick<StandingSql, "marketplace" | "day">): string =>
  `(${marketplace}.recognised_from <= ${day}::date AND (${marketplace}.recognised_to IS NULL OR ${marketplace}.recognised_to >= ${day}::date))`;

/** SQL that is true where a listing that was joined with its `standing` makes its product count as listed on the day. */
export const countsAsListed = ({ listing, marketplace, day }: StandingSql): string =>
  `(standing.status = 'live' AND (${listing}.removed_at IS NULL OR ${listing}.removed_at >= ${endOfDay(day)})
    AND ${isRecognisedOn({ marketplace, day })})`;

/** SQL that is true for a product that is listed on the day; `product` is its id, as SQL. */
export function isListedOn(product: string, day: string): string {
  const names = { listing: "listed", marketplace: "market", day };
  return `EXISTS (SELECT 1 FROM listings listed JOIN marketplaces market ON market.id = listed.marketplace_id
    ${listingStanding(names)} WHERE listed.product_id = ${product} AND ${countsAsListed(names)})`;
}

export interface ListingView {
  id: string;
  version: number;
  marketplaceCode: string;
  marketplaceName: string;
  key: string;
  url: string;
  addedAt: Date;
  removedAt: Date | null;
  status: ListingStatus;
  observedAt: Date | null;
  ageDays: number | null;
  lapsesOn: Day | null;
  isRecognised: boolean;
  hasOpenReview: boolean;
}

const today = { listing: "l", marketplace: "m", day: "$1" };
const view = `
  l.id, l.version, m.code AS "marketplaceCode", m.name AS "marketplaceName", l.key, l.url, l.added_at AS "addedAt",
  l.removed_at AS "removedAt", standing.status, standing.observed_at AS "observedAt", standing.age_days AS "ageDays",
  standing.lapses_on AS "lapsesOn", ${isRecognisedOn(today)} AS "isRecognised",
  EXISTS (SELECT 1 FROM reviews r WHERE r.subject_kind = 'listing' AND r.subject_id = l.id
    AND r.status IN ('waiting', 'claimed')) AS "hasOpenReview"`;

/** The listings of a product that were not removed, as they stand today, with why an officer last turned each down; at most 100. */
export const listProductListings = (productId: string, day: Day) =>
  rows<ListingView & { reasons: SaidReason[] }>(
    `SELECT ${view}, COALESCE((
          SELECT CASE WHEN r.decision = 'not-live' THEN ${saidReasons} END FROM reviews r
          WHERE r.subject_kind = 'listing' AND r.subject_id = l.id AND r.status = 'decided'
          ORDER BY r.opened_at DESC, r.id DESC LIMIT 1), '[]'::json) AS reasons
      FROM listings l JOIN marketplaces m ON m.id = l.marketplace_id ${listingStanding(today)}
      WHERE l.product_id = $2 AND l.removed_at IS NULL ORDER BY m.position, l.added_at, l.id LIMIT 100`,
    [day, productId],
  );

export interface ListedProduct {
  id: string;
  name: string;
  status: string;
  enterpriseName: string;
}

/** A product of an enterprise that the account belongs to; undefined for everyone else. */
export const findMemberProduct = (productId: string, enterpriseId: string, accountId: string) =>
  row<ListedProduct>(
    `SELECT p.id, p.name, p.status, e.name AS "enterpriseName"
      FROM products p JOIN enterprises e ON e.id = p.enterprise_id
      JOIN representatives m ON m.enterprise_id = e.id AND m.account_id = $3
      WHERE p.id = $1 AND p.enterprise_id = $2`,
    [productId, enterpriseId, accountId],
  );

export interface ListingForReview extends ListingView {
  enterpriseId: string;
  enterpriseName: string;
  product: {
    id: string;
    code: string;
    name: string;
    status: string;
    description: string;
    price: number | null;
    unit: string;
    gtin: string | null;
    photo: Photo | null;
  };
}

/** A listing with the product it is said to show, for staff. */
export const findListing = (listingId: string, day: Day) =>
  row<ListingForReview>(
    `SELECT ${view}, e.id AS "enterpriseId", e.name AS "enterpriseName",
        json_build_object('id', p.id, 'code', p.code, 'name', p.name, 'status', p.status, 'description', p.description,
          'price', p.price, 'unit', p.unit, 'gtin', p.gtin, 'photo', (
            SELECT ${photoJson}
            FROM product_photos ph JOIN files f ON f.id = ph.file_id
            WHERE ph.product_id = p.id ORDER BY ph.position, f.id LIMIT 1)) AS product
      FROM listings l JOIN marketplaces m ON m.id = l.marketplace_id JOIN products p ON p.id = l.product_id
      JOIN enterprises e ON e.id = p.enterprise_id ${listingStanding(today)}
      WHERE l.id = $2`,
    [day, listingId],
  );

export interface EvidenceView {
  id: string;
  kind: EvidenceKind;
  verdict: EvidenceVerdict;
  rawStatus: string;
  note: string;
  fileId: string | null;
  observedAt: Date;
  recordedAt: Date;
  recordedByName: string | null;
}

/** What was seen of a listing, newest first; at most 200. */
export const listEvidence = (listingId: string) =>
  rows<EvidenceView>(
    `SELECT v.id, v.kind, v.verdict, v.raw_status AS "rawStatus", v.note, v.file_id AS "fileId",
        v.observed_at AS "observedAt", v.recorded_at AS "recordedAt", a.name AS "recordedByName"
      FROM evidence v LEFT JOIN accounts a ON a.id = v.recorded_by_id
      WHERE v.listing_id = $1 ORDER BY v.observed_at DESC, v.recorded_at DESC, v.id DESC LIMIT 200`,
    [listingId],
  );
