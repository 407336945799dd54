import { may } from "~/accounts/access";
import type { Actor } from "~/accounts/session.server";
import { type Acting, inTransaction, isUniqueViolation, type Transaction } from "~/platform/db/transaction.server";
import { isRepeated } from "~/platform/db/versioned-record.server";
import { accept, type Result, refuse } from "~/platform/result";
import { asOneProposal, carryChanges, type ProposeRefusal } from "~/reviews/propose-change.server";
import type { Facts } from "~/reviews/proposed-change";
import { replacePhotos } from "./apply-product-change.server";
import { photosOf } from "./owned-photos.server";
import { findOwnedProduct } from "./owned-product.server";
import { nextProductStatus, type ProductStatus } from "./product";
import { splitEdit } from "./product-change";
import type { ProductEdit } from "./product-form";
import { editWayOf, type LiveProposal, proposeProduct } from "./propose-product-change.server";

/** What became of an edit: written, put before an officer, or each with its part. */
export type EditOutcome = "saved" | "proposed" | "savedAndProposed";
type Refusal = "notFound" | "notAllowed" | "stale" | "gtin.taken" | "photos.gone" | ProposeRefusal;
type Edited = Result<EditOutcome, Refusal>;

interface Place {
  enterpriseId: string;
  productId: string;
}

/**
 * Changes what is said of a product, for members of its enterprise. Under a verified certificate only price and unit
 * change at once; the rest stays as an officer verified it and becomes a proposal. `photos` is given where an earlier
 * version comes back with its own.
 */
export async function editProduct(
  enterpriseId: string,
  productId: string,
  input: ProductEdit,
  actor: Actor,
  acting: Acting,
): Promise<Edited> {
  const { version, changeVersion, note = "", photos, ...typed } = input;
  try {
    return await asOneProposal(() =>
      inTransaction(acting, async (tx): Promise<Edited> => {
        // Of two forms at once the second waits here, and finds what the first has written.
        await tx.prisma.$executeRaw`SELECT 1 FROM products WHERE id = ${productId}::uuid FOR UPDATE`;
        const product = await findOwnedProduct(tx, { enterpriseId, productId, accountId: actor.accountId });
        if (!product || !may(actor.role, "enterprise.manage", true)) return refuse("notFound");
        const { status, version: currentVersion, ...said } = product;
        const allowed = nextProductStatus(status, "edit");
        if (!allowed.ok) return allowed;
        const price = said.price === null ? null : Number(said.price);
        const current = { ...said, price, photos: await photosOf(tx, productId) };
        if (version !== currentVersion) {
          const sent = { ...typed, ...(photos && { photos }) };
          return (await isRepeated(tx, subjectOf(productId), current, sent)) ? accept("saved") : refuse("stale");
        }
        const way = await editWayOf(tx, { productId, status });
        const edit = { place: { enterpriseId, productId }, version, status, current, typed, photos };
        return way.isProposed
          ? proposeEdit(tx, edit, { live: way.live, note, replaces: changeVersion ?? null }, actor)
          : writeEdit(tx, edit);
      }),
    );
  } catch (error) {
    if (isUniqueViolation(error, "gtin")) return refuse("gtin.taken");
    throw error;
  }
}

const subjectOf = (id: string) => ({ kind: "product", id });

interface Edit {
  place: Place;
  version: number;
  status: ProductStatus;
  current: Facts & { name: string; photos: string[] };
  typed: Omit<ProductEdit, "version" | "changeVersion" | "note" | "photos">;
  photos: readonly string[] | undefined;
}

/** Writes the facts to the very version that was edited, and journals them with the photos that came back beside them. */
async function write(
  tx: Transaction,
  { place, version, status, current }: Edit,
  facts: Facts,
  photos?: readonly string[],
): Promise<boolean> {
  const { count } = await tx.prisma.product.updateMany({
    where: { id: place.productId, version, status },
    data: { ...facts, version: { increment: 1 } },
  });
  if (count === 0) return false;
  const after = { ...facts, ...(photos && { photos }) };
  tx.record({
    event: "product.edited",
    subject: subjectOf(place.productId),
    enterpriseId: place.enterpriseId,
    data: { before: Object.fromEntries(Object.keys(after).map((field) => [field, current[field]])), after },
  });
  return true;
}

async function writeEdit(tx: Transaction, edit: Edit): Promise<Edited> {
  const { place, typed, photos } = edit;
  if (photos && !(await replacePhotos(tx, place, photos))) return refuse("photos.gone");
  return (await write(tx, edit, typed, photos)) ? accept("saved") : refuse("stale");
}

async function isGtinTaken(tx: Transaction, { enterpriseId, productId }: Place, gtin: string | null): Promise<boolean> {
  if (gtin === null) return false;
  const other = await tx.prisma.product.findFirst({
    where: { enterpriseId, gtin, id: { not: productId } },
    select: { id: true },
  });
  return other !== null;
}

async function proposeEdit(
  tx: Transaction,
  edit: Edit,
  { live, note, replaces }: { live: LiveProposal | null; note: string; replaces: number | null },
  actor: Actor,
): Promise<Edited> {
  const { place, current, typed } = edit;
  const photos = edit.photos ?? live?.after.photos ?? current.photos;
  const { commercial, isCommercial, reviewed, isReviewed } = splitEdit(current, { ...typed, photos });
  if (isCommercial) {
    if (!(await write(tx, edit, commercial))) return refuse("stale");
    await carryChanges(tx, "product", [{ id: place.productId, version: edit.version }]);
  }
  if (!isReviewed && !live) return accept("saved");
  if (await isGtinTaken(tx, place, typed.gtin)) return refuse("gtin.taken");
  const version = edit.version + (isCommercial ? 1 : 0);
  const product = { id: place.productId, enterpriseId: place.enterpriseId, version, name: current.name };
  const proposed = await proposeProduct(tx, product, { before: current, after: reviewed, note, replaces }, actor);
  if (!proposed.ok) return proposed;
  return accept(proposed.value === "proposed" && isCommercial ? "savedAndProposed" : proposed.value);
}
