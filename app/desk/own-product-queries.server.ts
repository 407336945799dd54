import type { CertificateStatus } from "~/certification/certificate";
import type { Evidence } from "~/listings/listing-status";
import type { Day } from "~/platform/day";
import { rows } from "~/platform/db/client.server";
import type { ProductGroup, ProductStatus } from "~/products/product";
import { type Photo, photoJson } from "~/products/product-queries.server";
import type { CoverageFacts, ListingFacts, PeriodFacts } from "~/targets/share";

export interface OwnCoverage extends CoverageFacts {
  productId: string;
  certificateId: string;
  number: string;
  status: CertificateStatus;
  schemeVi: string;
  schemeEn: string;
  validFrom: Day;
  validTo: Day | null;
}

export interface OwnListing extends ListingFacts {
  id: string;
  productId: string;
  marketplace: string;
  url: string;
}

/** A product of one's own with everything that decides whether it counts. */
export interface OwnProduct {
  id: string;
  code: string;
  name: string;
  group: ProductGroup;
  status: ProductStatus;
  registeredOn: Day | null;
  registeredAt: Date | null;
  withdrawnOn: Day | null;
  withdrawalRecordedAt: Date | null;
  photo: Photo | null;
  coverages: OwnCoverage[];
  listings: OwnListing[];
}

/** The most products that one page shows; those withdrawn come last. */
export const mostOwnProducts = 200;

/** The products of the enterprises an account belongs to, or of one of them, or one product, with the facts that count. */
export async function listOwnProducts(
  accountId: string,
  enterpriseId: string | null,
  productId: string | null = null,
): Promise<(OwnProduct & { enterpriseId: string })[]> {
  const products = await rows<Omit<OwnProduct, "coverages" | "listings"> & { enterpriseId: string }>(
    `SELECT p.id, p.enterprise_id AS "enterpriseId", p.code, p.name, p."group", p.status, p.registered_on AS "registeredOn",
        p.registered_at AS "registeredAt", p.withdrawn_on AS "withdrawnOn", p.withdrawal_recorded_at AS "withdrawalRecordedAt",
        (SELECT ${photoJson}
          FROM product_photos ph JOIN files f ON f.id = ph.file_id
          WHERE ph.product_id = p.id ORDER BY ph.position, f.id LIMIT 1) AS photo
      FROM products p JOIN representatives m ON m.enterprise_id = p.enterprise_id AND m.account_id = $1
      WHERE ($2::uuid IS NULL OR p.enterprise_id = $2) AND ($3::uuid IS NULL OR p.id = $3)
      ORDER BY p.status = 'withdrawn', p.name, p.id LIMIT ${mostOwnProducts}`,
    [accountId, enterpriseId, productId],
  );
  const ids = products.map(({ id }) => id);
  const [coverages, listings] = await Promise.all([coveragesOf(ids), listingsOf(ids)]);
  return products.map((product) => ({
    ...product,
    coverages: coverages.filter((coverage) => coverage.productId === product.id),
    listings: listings.filter((listing) => listing.productId === product.id),
  }));
}

async function coveragesOf(productIds: readonly string[]): Promise<OwnCoverage[]> {
  const coverages = await rows<Omit<OwnCoverage, "periods">>(
    `SELECT cp.product_id AS "productId", c.id AS "certificateId", c.number, c.status, s.name_vi AS "schemeVi", s.name_en AS "schemeEn",
        s.counts_toward_target AS "schemeCounts", c.valid_from AS "validFrom", c.valid_to AS "validTo",
        c.revoked_on AS "revokedOn", c.revocation_recorded_at AS "revocationRecordedAt",
        cp.covers_from AS "coversFrom", cp.covers_to AS "coversTo", cp.recorded_at AS "coverageRecordedAt",
        cp.end_recorded_at AS "coverageEndRecordedAt"
      FROM certificate_products cp JOIN certificates c ON c.id = cp.certificate_id JOIN schemes s ON s.id = c.scheme_id
      WHERE cp.product_id = ANY($1::uuid[]) AND c.status <> 'withdrawn' ORDER BY c.valid_from DESC, c.id`,
    [productIds],
  );
  const periods = await rows<PeriodFacts & { certificateId: string }>(
    `SELECT certificate_id AS "certificateId", valid_from AS "validFrom", valid_to AS "validTo", recorded_at AS "recordedAt",
        superseded_at AS "supersededAt"
      FROM certificate_periods WHERE certificate_id = ANY($1::uuid[])`,
    [[...new Set(coverages.map(({ certificateId }) => certificateId))]],
  );
  const byCertificate = new Map<string, PeriodFacts[]>(coverages.map(({ certificateId }) => [certificateId, []]));
  for (const { certificateId, ...period } of periods) byCertificate.get(certificateId)?.push(period);
  return coverages.map((coverage) => ({ ...coverage, periods: byCertificate.get(coverage.certificateId) ?? [] }));
}

async function listingsOf(productIds: readonly string[]): Promise<OwnListing[]> {
  const listings = await rows<Omit<OwnListing, "evidence">>(
    `SELECT l.id, l.product_id AS "productId", mp.name AS marketplace, l.url, mp.recognised_from AS "recognisedFrom",
        mp.recognised_to AS "recognisedTo", mp.confirmation_window_days AS "confirmationWindowDays"
      FROM listings l JOIN marketplaces mp ON mp.id = l.marketplace_id
      WHERE l.product_id = ANY($1::uuid[]) AND l.removed_at IS NULL ORDER BY mp.position, l.id`,
    [productIds],
  );
  const evidence = await rows<Evidence & { listingId: string }>(
    `SELECT id, listing_id AS "listingId", kind, verdict, observed_at AS "observedAt", recorded_at AS "recordedAt"
      FROM evidence WHERE listing_id = ANY($1::uuid[])`,
    [listings.map(({ id }) => id)],
  );
  const byListing = new Map<string, Evidence[]>(listings.map(({ id }) => [id, []]));
  for (const { listingId, ...proof } of evidence) byListing.get(listingId)?.push(proof);
  return listings.map((listing) => ({ ...listing, evidence: byListing.get(listing.id) ?? [] }));
}
