import { diffOf, type Facts } from "~/reviews/proposed-change";

/** What an officer compared with the certificate; price and unit are the seller's own and change from day to day. */
export const reviewedProductFields = ["name", "group", "description", "gtin", "photos"] as const;

const commercialFields = ["price", "unit"] as const;

/** Everything that an owner says of a product; its history is told in these. */
export const productFields = [...reviewedProductFields, ...commercialFields] as const;
export type ProductField = (typeof productFields)[number];

const narrowed = (facts: Facts, fields: readonly string[]): Facts =>
  Object.fromEntries(Object.entries(facts).filter(([field]) => fields.includes(field)));

/** An edit of a verified product in two parts: what applies at once, and whether anything is left for an officer. */
export function splitEdit(
  current: Facts,
  edited: Facts,
): { commercial: Facts; isCommercial: boolean; reviewed: Facts; isReviewed: boolean } {
  const commercial = narrowed(edited, commercialFields);
  const reviewed = narrowed(edited, reviewedProductFields);
  return {
    commercial,
    isCommercial: diffOf(current, commercial).length > 0,
    reviewed,
    isReviewed: diffOf(current, reviewed).length > 0,
  };
}
