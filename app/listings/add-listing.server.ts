import { actsFor } from "~/accounts/membership.server";
import type { Actor } from "~/accounts/session.server";
import { type Day, dayOf } from "~/platform/day";
import { row } from "~/platform/db/client.server";
import { dayColumn } from "~/platform/db/columns.server";
import { type Acting, inTransaction, isUniqueViolation, type Transaction } from "~/platform/db/transaction.server";
import { accept, type Result, refuse } from "~/platform/result";
import { openReview } from "~/reviews/open-review.server";
import { type ListingUrlRefusal, type RecognisedListing, recogniseListing } from "./listing-url";

/** Refusals that name what stands in the way; `product` only when it is the same enterprise's own. */
type NamingRefusal =
  | { ok: false; code: "url.takenBySame" | "url.takenElsewhere"; marketplace: string }
  | { ok: false; code: "url.takenHere"; marketplace: string; product: string }
  | { ok: false; code: "url.notRecognised" | "url.notYetRecognised"; marketplace: string; day: Day };

export type AddListingResult =
  | Result<{ listingId: string }, "notFound" | "product.draft" | "product.withdrawn" | ListingUrlRefusal>
  | NamingRefusal;

interface Input {
  enterpriseId: string;
  productId: string;
  /** Comes with the form, so that the same form sent twice adds one listing. */
  id: string;
  url: string;
}

type Recognised = RecognisedListing & { marketplaceId: string; marketplaceName: string };

async function recognise(
  tx: Transaction,
  pasted: string,
): Promise<Result<Recognised, ListingUrlRefusal> | Extract<NamingRefusal, { day: Day }>> {
  const marketplaces = await tx.prisma.marketplace.findMany({
    select: {
      id: true,
      code: true,
      name: true,
      hosts: true,
      shortLinkHosts: true,
      recognisedFrom: true,
      recognisedTo: true,
    },
    take: 1000,
  });
  const recognised = recogniseListing(pasted, marketplaces);
  if (!recognised.ok) return recognised;
  const found = marketplaces.find(({ code }) => code === recognised.value.marketplace);
  if (!found) return refuse("url.unknownHost");
  const today = dayOf(tx.now);
  const from = dayColumn(found.recognisedFrom);
  const to = found.recognisedTo && dayColumn(found.recognisedTo);
  if (to !== null && to < today) {
    return { ok: false, code: "url.notRecognised", marketplace: found.name, day: to };
  }
  if (from > today) return { ok: false, code: "url.notYetRecognised", marketplace: found.name, day: from };
  return accept({ ...recognised.value, marketplaceId: found.id, marketplaceName: found.name });
}

interface Holder {
  listingId: string;
  productId: string;
  productName: string;
  enterpriseId: string;
}

/** What is said when the page is listed already: by the same form sent twice, which is no fault, or by whom. */
function heldBy(holder: Holder, { id, productId, enterpriseId }: Input, marketplace: string): AddListingResult {
  if (holder.listingId === id && holder.productId === productId) return accept({ listingId: id });
  if (holder.productId === productId) return { ok: false, code: "url.takenBySame", marketplace };
  if (holder.enterpriseId === enterpriseId) {
    return { ok: false, code: "url.takenHere", marketplace, product: holder.productName };
  }
  return { ok: false, code: "url.takenElsewhere", marketplace };
}

/**
 * Records where a product is sold, as its owner says, and puts it in the officers' queue. One page of one marketplace
 * belongs to one product; who holds it is said by name only within the same enterprise.
 */
export async function addListing(input: Input, actor: Actor, acting: Acting): Promise<AddListingResult> {
  const { enterpriseId, productId, id } = input;
  let recognised: Recognised | undefined;
  try {
    return await inTransaction<AddListingResult>(acting, async (tx) => {
      if (!(await actsFor(tx, actor.accountId, enterpriseId))) return refuse("notFound");
      const product = await tx.prisma.product.findFirst({
        where: { id: productId, enterpriseId },
        select: { status: true },
      });
      if (!product) return refuse("notFound");
      const known = await tx.prisma.listing.findUnique({ where: { id }, select: { productId: true } });
      if (known) return known.productId === productId ? accept({ listingId: id }) : refuse("notFound");
      if (product.status !== "registered") {
        return refuse(product.status === "draft" ? "product.draft" : "product.withdrawn");
      }
      const found = await recognise(tx, input.url);
      if (!found.ok) return found;
      recognised = found.value;
      const { marketplaceId, marketplaceName, marketplace, key, url } = found.value;
      const holder = await tx.prisma.listing.findFirst({
        where: { marketplaceId, key, removedAt: null },
        select: { id: true, product: { select: { id: true, name: true, enterpriseId: true } } },
      });
      if (holder) {
        const { id: listed, name: productName, enterpriseId: owner } = holder.product;
        const facts = { listingId: holder.id, productId: listed, productName, enterpriseId: owner };
        return heldBy(facts, input, marketplaceName);
      }
      await tx.prisma.listing.create({
        data: { id, productId, marketplaceId, key, url, addedAt: tx.now, addedById: actor.accountId },
      });
      await openReview(tx, { kind: "listing", id, enterpriseId }, { label: url });
      tx.record({
        event: "listing.added",
        subject: { kind: "listing", id },
        enterpriseId,
        data: { after: { productId, marketplace, key, url } },
      });
      return accept({ listingId: id });
    });
  } catch (error) {
    if (!isUniqueViolation(error) || !recognised) throw error;
    return await afterRace(input, recognised, error);
  }
}

/** Someone else, or the same form, was first between our look and our write: says so as the look would have. */
async function afterRace(input: Input, { marketplaceId, marketplaceName, key }: Recognised, error: unknown) {
  const holder = await row<Holder>(
    `SELECT l.id AS "listingId", p.id AS "productId", p.name AS "productName", p.enterprise_id AS "enterpriseId"
      FROM listings l JOIN products p ON p.id = l.product_id
      WHERE l.marketplace_id = $1 AND l.key = $2 AND l.removed_at IS NULL`,
    [marketplaceId, key],
  );
  if (!holder) throw error;
  return heldBy(holder, input, marketplaceName);
}
