import { accept, type Result, refuse } from "./result";

export type DongRefusal = "empty" | "negative" | "fraction" | "format";

const currency = /(?:₫|đồng|vnđ|vnd|đ|d)$/u;
const plain = /^\d+$/;
const grouped = /^[1-9]\d{0,2}([., ])\d{3}(?:\1\d{3})*$/;
const withFraction = /^(?:\d+|[1-9]\d{0,2}([., ])\d{3}(?:\1\d{3})*)[.,]\d+$/;

/** Reads an amount in whole đồng, thousands set apart by dots, commas or spaces or not at all, with or without the currency. */
export function readDong(text: string): Result<number, DongRefusal> {
  const written = text.normalize("NFKC").trim().toLowerCase().replace(currency, "").trim();
  if (written === "") return refuse("empty");
  if (/^[-−–]/.test(written)) return refuse("negative");
  // Tried before the fraction: 12.000 is twelve thousand in Vietnam.
  if (!plain.test(written) && !grouped.test(written)) {
    return refuse(withFraction.test(written) ? "fraction" : "format");
  }
  return accept(Number(written.replace(/[., ]/g, "")));
}
