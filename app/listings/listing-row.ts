import type { ImportValue, PlannedRow, ReadRow, RowProblem } from "~/imports/import-kind";
import type { Day } from "~/platform/day";
import type { ProductStatus } from "~/products/product";
import type { MarketplaceHosts } from "./listing-host";
import { recogniseListing } from "./listing-url";

/** A product that rows may be about. */
export interface ListableProduct {
  id: string;
  code: string;
  gtin: string | null;
  enterpriseId: string;
  status: ProductStatus;
  /** Whether the importing officer is, or was, a party to its enterprise. */
  isOwn: boolean;
}

export interface ListingMarketplace extends MarketplaceHosts {
  id: string;
  name: string;
  recognisedFrom: Day;
  recognisedTo: Day | null;
}

export interface HeldListing {
  marketplaceId: string;
  key: string;
  productId: string;
}

export interface ListingWorld {
  today: Day;
  products: readonly ListableProduct[];
  marketplaces: readonly ListingMarketplace[];
}

/** A row whose address was recognised; who holds that page is asked for all rows at once. */
export interface AddressedRow {
  number: number;
  newId: string;
  product: ListableProduct;
  marketplace: ListingMarketplace;
  key: string;
  url: string;
}

export type Addressed = AddressedRow | { number: number; problem: RowProblem };

const refused = (
  number: number,
  field: string,
  code: string,
  value: ImportValue | undefined,
  params?: RowProblem["params"],
): Addressed => ({
  number,
  problem: { field, code, ...(value !== undefined && { value: String(value) }), ...(params && { params }) },
});

const isCountedOn = (day: Day, marketplace: ListingMarketplace | undefined): marketplace is ListingMarketplace =>
  marketplace !== undefined &&
  marketplace.recognisedFrom <= day &&
  (marketplace.recognisedTo === null || marketplace.recognisedTo >= day);

/** Which product, by its code or else its GTIN, and which page of which marketplace a row means. */
export function addressRow({ number, newId, values }: ReadRow, world: ListingWorld): Addressed {
  const { code, gtin, url } = values;
  if (code === undefined && gtin === undefined)
    return refused(number, "code", "listings:import.productMissing", undefined);
  const field = code === undefined ? "gtin" : "code";
  const meant = world.products.filter((product) => product[field] === String(values[field]));
  const [product] = meant;
  if (!product) return refused(number, field, "listings:import.productUnknown", values[field]);
  if (meant.length > 1) return refused(number, field, "listings:import.productAmbiguous", values[field]);
  if (product.isOwn) return refused(number, field, "platform:refusal.ownEnterprise", values[field]);
  if (product.status !== "registered")
    return refused(number, field, `listings:product.${product.status}`, values[field]);
  const recognised = recogniseListing(String(url), world.marketplaces);
  if (!recognised.ok) return refused(number, "url", `listings:${recognised.code}`, url);
  const marketplace = world.marketplaces.find(({ code: known }) => known === recognised.value.marketplace);
  if (!isCountedOn(world.today, marketplace)) {
    const known = recognised.value.marketplace;
    return refused(number, "url", "listings:import.notRecognised", url, { marketplace: known });
  }
  return { number, newId, product, marketplace, key: recognised.value.key, url: recognised.value.url };
}

/** What becomes of a row, given who holds the page it names. */
export function decideListing(row: Addressed, held: readonly HeldListing[]): PlannedRow {
  const { number } = row;
  const bare = { number, changes: [], touches: [] };
  if ("problem" in row) return { ...bare, outcome: "refuse", subjectId: null, problems: [row.problem], claims: [] };
  const { product, marketplace, key, url, newId } = row;
  const holder = held.find((listing) => listing.marketplaceId === marketplace.id && listing.key === key);
  const claims = [`${marketplace.id} ${key}`];
  if (!holder) return { ...bare, outcome: "create", subjectId: newId, problems: [], claims };
  if (holder.productId === product.id) {
    return { ...bare, outcome: "skip", subjectId: null, problems: [], claims };
  }
  const problem = {
    field: "url",
    code: "listings:url.takenElsewhere",
    value: url,
    params: { marketplace: marketplace.name },
  };
  return { ...bare, outcome: "refuse", subjectId: null, problems: [problem], claims: [] };
}
