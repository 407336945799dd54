import { addDays, compareDays, type Day, dayOf, daysBetween } from "~/platform/day";
import { buildEvidence, buildFile, buildListing, instantOn } from "../builders";
import { type Random, randomFrom } from "../random";
import type { EvidenceRow, ListingRow } from "../rows";
import { type DemoEnterprise, type DemoProduct, hoursAgo, isPast, type Ledger, next, note } from "./ledger";
import { claim, officerFor, openReview } from "./reviews";

type Fate = "live" | "lapsed" | "not-live" | "removed";
const fates: readonly Fate[] = [
  "live",
  "live",
  "live",
  "live",
  "lapsed",
  "live",
  "not-live",
  "live",
  "live",
  "removed",
  "live",
  "live",
];

// Weighted roughly as sales are: Shopee and TikTok Shop first, the rest far behind.
const marketplacesToday = [
  "shopee",
  "shopee",
  "shopee",
  "tiktok-shop",
  "tiktok-shop",
  "buudien",
  "lazada",
  "tiki",
  "ocop-gia-lai",
  "san-pham-vung-mien",
  "amazon",
  "alibaba",
  "ban-do-hang-viet-binh-dinh",
];
const marketplacesBefore2024 = [
  "shopee",
  "shopee",
  "postmart",
  "voso",
  "lazada",
  "sendo",
  "tiki",
  "ocop-binh-dinh",
  "ban-do-hang-viet-binh-dinh",
];
const closings: Readonly<Record<string, Day>> = { voso: "2023-12-31", sendo: "2025-04-15" };

/** Listings on every marketplace and their evidence, from the first claim to the latest confirmation, loss or removal. */
export function addListings(ledger: Ledger, enterprises: readonly DemoEnterprise[]): void {
  const products = enterprises
    .flatMap((enterprise) => enterprise.products)
    .filter(({ row }) => row.registeredOn !== null);
  for (const product of products) {
    const random = randomFrom(40_000 + product.index);
    const reachedOn = dayOfTrend(product.certified ? random.next() : random.next() * 2);
    if (reachedOn === undefined) continue;
    const ready = addDays(product.row.registeredOn ?? ledger.today, random.between(10, 70));
    const from = compareDays(ready, reachedOn) < 0 ? reachedOn : ready;
    addListing(ledger, product, from, random);
    if (random.chance(0.35)) addListing(ledger, product, addDays(from, random.between(20, 300)), random);
  }
  addClaims(ledger, products);
}

// Which part of the producers had gone onto a marketplace by when; some of it is lost again later.
const trend: readonly (readonly [Day, number])[] = [
  ["2021-10-15", 0.04],
  ["2022-12-31", 0.25],
  ["2023-12-31", 0.33],
  ["2024-12-31", 0.42],
  ["2025-12-31", 0.54],
  ["2026-12-31", 0.67],
];

/** The day on which the trend reaches the part, or undefined where it never does. */
function dayOfTrend(part: number): Day | undefined {
  const after = trend.findIndex(([, reached]) => reached >= part);
  const [day, reached] = trend[after] ?? [];
  if (day === undefined || reached === undefined) return undefined;
  const [dayBefore, reachedBefore] = trend[after - 1] ?? [day, 0];
  const way = (part - reachedBefore) / (reached - reachedBefore);
  return addDays(dayBefore, Math.round(daysBetween(dayBefore, day) * way));
}

function addListing(ledger: Ledger, product: DemoProduct, addedOn: Day, random: Random): void {
  if (!isPast(ledger, addDays(addedOn, 40))) return;
  const marketplace = random.pick(addedOn < "2024-01-01" ? marketplacesBefore2024 : marketplacesToday);
  const closedOn = closings[marketplace];
  if (closedOn !== undefined && addDays(addedOn, 60) > closedOn) return;
  const n = next(ledger, "listings");
  const fate: Fate = product.row.withdrawnOn !== null ? "removed" : (fates[n % fates.length] ?? "live");
  const end = closedOn ?? endOf(ledger, fate, addedOn, product.row.withdrawnOn, random);
  const isRemoved = closedOn === undefined && fate === "removed" && end !== null;
  const { enterprise } = product;
  const owner = enterprise.owner.id;
  const addedAt = instantOn(addedOn, 8 + random.next() * 10);
  const removedAt = isRemoved ? instantOn(addDays(end, 1), 11) : null;
  const listing = buildListing(n, { productId: product.row.id, addedAt, addedById: owner, removedAt }, marketplace);
  const about = { enterpriseId: enterprise.row.id, after: { marketplace, key: listing.key } };
  ledger.tables.listings.push(listing);
  note(ledger, addedAt, owner, "listing.added", listing.id, about);
  if (removedAt !== null) note(ledger, removedAt, owner, "listing.removed", listing.id, about);

  let observedOn = addDays(addedOn, random.between(1, 6));
  confirm(ledger, product, listing, observedOn);
  while (true) {
    observedOn = addDays(observedOn, random.between(58, 84));
    if (!isPast(ledger, observedOn) || (end !== null && observedOn > end)) break;
    addEvidence(ledger, product, listing, observedOn, "live", random);
  }
  const isLost = closedOn !== undefined || fate === "not-live";
  if (removedAt !== null) {
    push(ledger, product, { listingId: listing.id, kind: "owner-claim", verdict: "not-live", observedAt: removedAt });
  }
  if (isLost && end !== null) addEvidence(ledger, product, listing, addDays(end, 1), "not-live", random);
}

/** The last day on which anyone saw the listing live; null while it lives. */
function endOf(ledger: Ledger, fate: Fate, addedOn: Day, withdrawnOn: Day | null, random: Random): Day | null {
  if (fate === "live") return null;
  if (fate === "lapsed") return addDays(ledger.today, -random.between(105, 190));
  const end = withdrawnOn ?? addDays(addedOn, random.between(150, 600));
  const last = addDays(ledger.today, -random.between(6, 40));
  return compareDays(end, last) < 0 ? end : last;
}

function confirm(ledger: Ledger, product: DemoProduct, listing: ListingRow, day: Day): void {
  const { enterprise } = product;
  const officer = officerFor(enterprise, product.index);
  const decidedAt = instantOn(day, 10 + (product.index % 50) / 10);
  openReview(ledger, enterprise, "listing", listing.id, listing.addedAt, {
    status: "decided",
    claimedById: officer.id,
    claimedAt: new Date(decidedAt.getTime() - 10 * 60_000),
    decidedById: officer.id,
    decidedAt,
    decision: "confirm-live",
  });
  push(ledger, product, {
    listingId: listing.id,
    kind: "officer-check",
    observedAt: decidedAt,
    fileId: product.index % 3 === 0 ? addScreenshot(ledger, product, decidedAt, officer.id) : null,
    recordedById: officer.id,
  });
}

const rawStatuses = { live: "NORMAL", "not-live": "SELLER_DELETE" } as const;

function addEvidence(
  ledger: Ledger,
  product: DemoProduct,
  listing: ListingRow,
  day: Day,
  verdict: EvidenceRow["verdict"],
  random: Random,
): void {
  if (!isPast(ledger, day)) return;
  const kind = random.pick(["officer-check", "officer-check", "seller-api", "partner-push", "link-check"] as const);
  const byOfficer = kind === "officer-check";
  const isFromMarketplace = kind === "seller-api" || kind === "partner-push";
  push(ledger, product, {
    listingId: listing.id,
    kind: verdict === "not-live" && random.chance(0.3) ? "owner-claim" : kind,
    verdict,
    rawStatus: isFromMarketplace ? rawStatuses[verdict] : "",
    observedAt: instantOn(day, byOfficer ? 8 + random.next() * 8 : random.next() * 23),
    recordedById: byOfficer ? officerFor(product.enterprise, product.index + 1).id : null,
  });
}

function push(
  ledger: Ledger,
  product: DemoProduct,
  given: Pick<EvidenceRow, "listingId"> & Partial<EvidenceRow>,
): void {
  const row = buildEvidence(next(ledger, "evidence"), given);
  const evidence = row.kind === "owner-claim" ? { ...row, recordedById: product.enterprise.owner.id } : row;
  ledger.tables.evidence.push(evidence);
  note(ledger, evidence.recordedAt, evidence.recordedById, "evidence.recorded", evidence.listingId, {
    subjectKind: "listing",
    enterpriseId: product.enterprise.row.id,
    after: { evidenceId: evidence.id, kind: evidence.kind, verdict: evidence.verdict },
  });
}

function addScreenshot(ledger: Ledger, product: DemoProduct, createdAt: Date, uploadedById: string): string | null {
  const picture = ledger.pictures.screenshots[product.index % ledger.pictures.screenshots.length];
  if (picture === undefined) return null;
  const { extension, ...stored } = picture;
  const file = buildFile(next(ledger, "files"), {
    ...stored,
    purpose: "screenshot",
    originalName: `anh-chup-man-hinh.${extension}`,
    enterpriseId: product.enterprise.row.id,
    uploadedById,
    createdAt,
  });
  ledger.tables.files.push(file);
  return file.id;
}

const claimedHours = [3, 6, 20, 29, 52, 77, 120, 170, 260, 400];

/** Listings that owners named lately and nobody has looked at yet; two lie on an officer's desk. */
function addClaims(ledger: Ledger, products: readonly DemoProduct[]): void {
  const listed = new Set(ledger.tables.listings.map(({ productId }) => productId));
  const unlisted = products.filter(
    ({ row, certified }) =>
      certified &&
      row.status === "registered" &&
      !listed.has(row.id) &&
      row.registeredOn !== null &&
      row.registeredOn < dayOf(hoursAgo(ledger, 700)),
  );
  for (const [place, hours] of claimedHours.entries()) {
    const product = unlisted[place * 3];
    if (product === undefined) continue;
    const { enterprise } = product;
    const marketplace = ["shopee", "tiktok-shop", "buudien"][place % 3] ?? "shopee";
    const addedAt = hoursAgo(ledger, hours);
    const given = { productId: product.row.id, addedAt, addedById: enterprise.owner.id };
    const listing = buildListing(next(ledger, "listings"), given, marketplace);
    ledger.tables.listings.push(listing);
    note(ledger, addedAt, enterprise.owner.id, "listing.added", listing.id, {
      enterpriseId: enterprise.row.id,
      after: { marketplace, key: listing.key },
    });
    const review = openReview(ledger, enterprise, "listing", listing.id, addedAt);
    if (place === 3 || place === 6) claim(ledger, review, officerFor(enterprise, place));
  }
}
