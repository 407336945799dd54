import type { ListingRow } from "../rows";
import { column, type DemoFate, refused } from "./import-ledger";
import type { Ledger } from "./ledger";

export const listingColumns = [column("Mã trên cổng", "code"), column("Link sản phẩm", "url")];

/** Rows about a listing that is there already, a product that is not, and a shortened address. */
export function listingRows(code: string, { url }: ListingRow): { rows: string[][]; fates: DemoFate[] } {
  const short = "https://s.shopee.vn/2demo";
  const foreign = "https://shopee.vn/product/990000000002/99000000000021";
  return {
    rows: [
      [code, url],
      ["zzzz2222", foreign],
      [code, short],
    ],
    fates: [
      { status: "skipped", values: { code, url } },
      refused({ code: "zzzz2222", url: foreign }, "code", "listings:import.productUnknown", "zzzz2222"),
      refused({ code, url: short }, "url", "listings:url.shortLink", short),
    ],
  };
}

/** A listing that is there, of a product that fits, with the product's code. */
export function findListing(ledger: Ledger, fits: (productId: string) => boolean) {
  const listing = ledger.tables.listings.find(({ productId, removedAt }) => removedAt === null && fits(productId));
  const product = ledger.tables.products.find(({ id }) => id === listing?.productId);
  return listing && product ? { listing, code: product.code } : undefined;
}
