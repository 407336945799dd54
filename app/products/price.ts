import { accept, type Result, refuse } from "~/platform/result";

export type PriceRefusal = "price.empty" | "price.negative" | "price.fraction" | "price.format" | "price.tooHigh";

export const highestPrice = 10_000_000_000;

const currency = /(?:₫|đồng|vnđ|vnd|đ|d)$/u;
const plain = /^\d+$/;
const grouped = /^[1-9]\d{0,2}([., ])\d{3}(?:\1\d{3})*$/;
const withFraction = /^(?:\d+|[1-9]\d{0,2}([., ])\d{3}(?:\1\d{3})*)[.,]\d+$/;

/** Reads a price in whole đồng, thousands set apart by dots, commas or spaces or not at all, with or without the currency. */
export function readPrice(text: string): Result<number, PriceRefusal> {
  const written = text.normalize("NFKC").trim().toLowerCase().replace(currency, "").trim();
  if (written === "") return refuse("price.empty");
  if (/^[-−–]/.test(written)) return refuse("price.negative");
  // Tried before the fraction: 12.000 is twelve thousand in Vietnam.
  if (!plain.test(written) && !grouped.test(written)) {
    return refuse(withFraction.test(written) ? "price.fraction" : "price.format");
  }
  const price = Number(written.replace(/[., ]/g, ""));
  return price > highestPrice ? refuse("price.tooHigh") : accept(price);
}
