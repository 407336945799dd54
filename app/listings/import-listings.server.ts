import type { ImportContext, ImportField, ImportKind, ReadRow, ReadRows } from "~/imports/import-kind";
import { readWords } from "~/imports/read-field";
import type { Transaction } from "~/platform/db/transaction.server";
import { accept, type Result, refuse } from "~/platform/result";
import { productColumns } from "~/products/product-columns";
import { openReviews } from "~/reviews/open-review.server";
import {
  type Addressed,
  type AddressedRow,
  addressRow,
  decideListing,
  type HeldListing,
  type ListableProduct,
  type ListingMarketplace,
} from "./listing-row";
import { longestListingUrl } from "./listing-url";

const exampleCodes: Readonly<Record<string, readonly string[]>> = { code: ["nem2chua", "banh3tam"] };

const fields: readonly ImportField[] = [
  ...productColumns
    .filter(({ name }) => name === "code" || name === "gtin")
    .map(({ required: _, ...column }) => ({
      ...column,
      note: "listings:import.note.product" as const,
      examples: exampleCodes[column.name] ?? column.examples,
    })),
  {
    name: "url",
    label: "listings:url.label",
    note: "listings:import.note.url",
    aliases: ["Đường dẫn", "Link", "Link sản phẩm", "Liên kết", "Địa chỉ trang", "URL", "Link sàn"],
    required: "always",
    examples: ["https://shopee.vn/product/123456/7890123", "https://tiki.vn/nem-chua-p12345678.html"],
    read: readWords(longestListingUrl, "listings:url.tooLong"),
  },
];

const common: Pick<ImportKind, "fields" | "ignored" | "facts" | "titleField" | "plan"> = {
  fields,
  ignored: [
    {
      aliases: ["Tên sản phẩm", "Tên", "Sàn", "Tên sàn", "Marketplace", "Product"],
      reason: "listings:import.ignored.name",
    },
    {
      aliases: ["Trạng thái", "Tình trạng", "Status", "Đã xác nhận", "Live"],
      reason: "listings:import.ignored.status",
    },
  ],
  facts: [],
  titleField: "url",
  plan: async (rows, context, read) => {
    const world = { today: context.today, ...(await findWorld(rows, context, read)) };
    const addressed = rows.map((row) => addressRow(row, world));
    const held = await findHolders(addressed, read);
    const planned = addressed.map((row) => decideListing(row, held));
    return {
      rows: planned,
      apply: (tx, chosen) =>
        write(
          tx,
          addressed.filter((row): row is AddressedRow => "product" in row && chosen.has(row.number)),
          context,
        ),
    };
  },
};

/** Where an owner's own products are sold, as a table. */
export const ownListingImport: ImportKind = {
  ...common,
  name: "own-listings",
  slug: "tin-dang",
  title: "listings:import.ownTitle",
  lead: "listings:import.lead",
  permission: "enterprise.manage",
  forEnterprise: true,
  subjectPath: (_, enterpriseId) => `/quan-ly/${enterpriseId}`,
};

/** Where products of any enterprise are sold, as an officer collected it. */
export const listingImport: ImportKind = {
  ...common,
  name: "listings",
  slug: "tin-dang-toan-tinh",
  title: "listings:import.title",
  lead: "listings:import.lead",
  permission: "listing.confirm",
  forEnterprise: false,
  subjectPath: (listingId) => `/tham-dinh/tin-dang/${listingId}`,
};

async function findWorld(rows: readonly ReadRow[], { enterpriseId, uploader }: ImportContext, read: ReadRows) {
  const said = (field: string) =>
    rows.flatMap(({ values }) => (values[field] === undefined ? [] : [String(values[field])]));
  const products = await read<ListableProduct>(
    `SELECT p.id, p.code, p.gtin, p.enterprise_id AS "enterpriseId", p.status,
        $3::uuid IS NULL AND EXISTS (SELECT FROM parties x WHERE x.enterprise_id = p.enterprise_id AND x.account_id = $4::uuid) AS "isOwn"
      FROM (SELECT id FROM products WHERE code = ANY($1::text[]) UNION SELECT id FROM products WHERE gtin = ANY($2::text[])) found
      JOIN products p ON p.id = found.id
      WHERE $3::uuid IS NULL OR p.enterprise_id = $3::uuid`,
    [said("code"), said("gtin"), enterpriseId, uploader.accountId],
  );
  const marketplaces = await read<ListingMarketplace>(
    `SELECT id, code, name, hosts, short_link_hosts AS "shortLinkHosts", recognised_from::text AS "recognisedFrom",
        recognised_to::text AS "recognisedTo" FROM marketplaces LIMIT 1000`,
    [],
  );
  return { products, marketplaces };
}

async function findHolders(rows: readonly Addressed[], read: ReadRows): Promise<HeldListing[]> {
  const pages = rows.flatMap((row) => ("product" in row ? [{ marketplace: row.marketplace.id, key: row.key }] : []));
  return read<HeldListing>(
    `SELECT l.marketplace_id AS "marketplaceId", l.key, l.product_id AS "productId"
      FROM jsonb_to_recordset($1::jsonb) AS r(marketplace uuid, key text)
      JOIN listings l ON l.marketplace_id = r.marketplace AND l.key = r.key AND l.removed_at IS NULL`,
    [JSON.stringify(pages)],
  );
}

/** Adds the listings as claimed and puts each in the queue, as adding one by hand does. */
async function write(
  tx: Transaction,
  chosen: readonly AddressedRow[],
  { importId, uploader, enterpriseId }: ImportContext,
): Promise<Result<null, "changed">> {
  const listings = chosen.map(({ newId, product, marketplace, key, url }) => ({
    id: newId,
    productId: product.id,
    enterpriseId: product.enterpriseId,
    marketplaceId: marketplace.id,
    key,
    url,
  }));
  const count = await tx.prisma.$executeRaw`
    INSERT INTO listings (id, product_id, marketplace_id, key, url, added_at, added_by_id)
    SELECT r.id, r."productId", r."marketplaceId", r.key, r.url, ${tx.now}::timestamptz, ${uploader.accountId}::uuid
    FROM jsonb_to_recordset(${JSON.stringify(listings)}::jsonb)
        AS r(id uuid, "productId" uuid, "marketplaceId" uuid, key text, url text)
      JOIN products p ON p.id = r."productId" AND p.status = 'registered'
    ON CONFLICT DO NOTHING`;
  if (count !== listings.length) return refuse("changed");
  // Who brought it as an officer is not the one to confirm it.
  const barred = enterpriseId === null && { barredId: uploader.accountId };
  await openReviews(
    tx,
    "listing",
    listings.map(({ id, enterpriseId: owner, url }) => ({ id, enterpriseId: owner, label: url, ...barred })),
  );
  for (const [at, { id, enterpriseId: owner, productId, key, url }] of listings.entries()) {
    const marketplace = chosen[at]?.marketplace.code;
    tx.record({
      event: "listing.added",
      subject: { kind: "listing", id },
      enterpriseId: owner,
      data: { after: { productId, marketplace, key, url }, importId },
    });
  }
  return accept(null);
}
