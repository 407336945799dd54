import { type DongRefusal, readDong } from "~/platform/dong";
import { type Result, refuse } from "~/platform/result";

export type PriceRefusal = `price.${DongRefusal}` | "price.tooHigh";

export const highestPrice = 10_000_000_000;

/** Reads a price in whole đồng, thousands set apart by dots, commas or spaces or not at all, with or without the currency. */
export function readPrice(text: string): Result<number, PriceRefusal> {
  const amount = readDong(text);
  if (!amount.ok) return refuse(`price.${amount.code}`);
  return amount.value > highestPrice ? refuse("price.tooHigh") : amount;
}
