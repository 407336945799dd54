import type { Day } from "~/platform/day";
import { formulaSafe } from "~/platform/sheets/formula-safe";

/** One live listing of one certified product, as partners receive it. Money in đồng, times in UTC, ids as strings. */
export interface FeedItem {
  productCode: string;
  productName: string;
  group: string;
  enterpriseName: string;
  area: string;
  priceVnd: number | null;
  gtin: string | null;
  marketplace: string;
  listingKey: string;
  listingUrl: string;
  status: "live";
  lastConfirmedAt: string;
  scheme: string;
  certificateNumber: string;
  level: string | null;
  validTo: Day | null;
  productUrl: string;
}

/** The fields in the order of the CSV's columns; partners may rely on it. */
export const feedFields = [
  "productCode",
  "productName",
  "group",
  "enterpriseName",
  "area",
  "priceVnd",
  "gtin",
  "marketplace",
  "listingKey",
  "listingUrl",
  "status",
  "lastConfirmedAt",
  "scheme",
  "certificateNumber",
  "level",
  "validTo",
  "productUrl",
] as const satisfies readonly (keyof FeedItem)[];

/** The cells of an item, in the order of `feedFields`; nothing is an empty cell. */
export const csvCells = (item: FeedItem): string[] =>
  feedFields.map((field) => {
    const value = item[field];
    return typeof value === "number" ? String(value) : formulaSafe(value ?? "");
  });
