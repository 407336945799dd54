import type { Day } from "~/platform/day";
import type { FormState } from "~/platform/http/page-form";
import type { Language } from "~/platform/i18n";
import { findChangeOf } from "~/reviews/change-queries.server";
import { isLive } from "~/reviews/proposed-change";
import { reasonState } from "~/reviews/reason";
import { type Version, versionsOf } from "~/reviews/version";
import { listSubjectEntries } from "~/reviews/version-queries.server";
import { productFields } from "./product-change";
import { isUnderVerifiedCertificate, type MemberProduct } from "./product-queries.server";

/** The versions of a product by its journal, the oldest first. */
export const listProductVersions = async (productId: string): Promise<Version[]> =>
  versionsOf(await listSubjectEntries("product", productId), productFields);

/** An earlier version by its place in the journal. */
export const findProductVersion = async (productId: string, seq: number): Promise<Version | undefined> =>
  (await listProductVersions(productId)).find((version) => version.seq === seq);

type Defaults = Record<string, string | number | null | undefined>;

export interface EditStart {
  isProposed: boolean;
  /** The proposal that the form shows and replaces. */
  changeId: string | undefined;
  defaults: Defaults;
  /** The form with the officer's reasons at its fields, where the proposal was sent back. */
  returned: FormState | undefined;
  restored: { number: number; seq: number; photos: string[] } | undefined;
}

const textOf = (facts: Readonly<Record<string, unknown>>): Defaults =>
  Object.fromEntries(
    Object.entries(facts).flatMap(([field, value]) =>
      typeof value === "string" || typeof value === "number" || value === null ? [[field, value]] : [],
    ),
  );

/** Values as a form holds them: what is not said has none. */
const typed = (defaults: Defaults): Record<string, string | string[]> =>
  Object.fromEntries(
    Object.entries(defaults).map(([name, value]) => [name, value === null || value === undefined ? [] : String(value)]),
  );

/**
 * What the form of an edit begins with: the product as it is, over it what is proposed already, over that an earlier
 * version that shall come back. Price and unit are today's: an old price is nobody's intention.
 */
export async function startOfEdit(
  product: MemberProduct,
  asked: number | undefined,
  today: Day,
  language: Language,
): Promise<EditStart> {
  const { name, group, description, price, unit, gtin, version } = product;
  const found = await findChangeOf("product", product.id);
  const live = found && isLive(found.status) ? found : undefined;
  const restored = asked === undefined ? undefined : await findProductVersion(product.id, asked);
  const { price: _, unit: __, ...old } = restored?.facts ?? {};
  const defaults = {
    ...{ name, group, description, gtin },
    ...textOf(live?.after ?? {}),
    ...textOf(old),
    ...{ price, unit, version, changeVersion: live?.version, note: live?.note },
  };
  const photos = old.photos;
  return {
    isProposed:
      live !== undefined || (product.status === "registered" && (await isUnderVerifiedCertificate(product.id, today))),
    changeId: live?.id,
    defaults,
    returned:
      live?.status === "returned" && !restored
        ? reasonState(typed(defaults), { note: live.decisionNote, reasons: live.reasons }, productFields, language)
        : undefined,
    restored: restored && {
      number: restored.number,
      seq: restored.seq,
      photos: Array.isArray(photos) ? photos.map(String) : [],
    },
  };
}
