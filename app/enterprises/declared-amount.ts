import { type DongRefusal, readDong } from "~/platform/dong";
import { accept, type Result, refuse } from "~/platform/result";

export type AmountRefusal = `amount.${DongRefusal}` | "amount.tooHigh";

/** A thousand trillion đồng: more than any enterprise has, less than where integers stop being exact. */
export const highestAmount = 1_000_000_000_000_000;

const mostEmployees = 1_000_000;
const inLargeUnits =
  /^(?<whole>\d{1,3}(?:\.\d{3})+|\d+)(?:[.,](?<part>\d{1,2}|\d{4,6}))?\s*(?<unit>tỷ|tỉ|triệu|tr)(?: đồng| đ)?$/u;
const units: Readonly<Record<string, number>> = { tỷ: 1e9, tỉ: 1e9, triệu: 1e6, tr: 1e6 };

/**
 * Reads a year's revenue or capital as people say it: "2,5 tỷ", "800 triệu" or whole đồng. A comma before exactly three
 * digits could mean either thousands or a fraction and is refused in tỷ and triệu.
 */
export function readAmount(text: string): Result<number, AmountRefusal> {
  const { whole, part = "", unit = "" } = inLargeUnits.exec(text.normalize("NFKC").trim().toLowerCase())?.groups ?? {};
  const factor = units[unit];
  if (whole !== undefined && factor !== undefined) {
    const amount = Number(whole.replaceAll(".", "")) * factor + (Number(part) * factor) / 10 ** part.length;
    return amount > highestAmount ? refuse("amount.tooHigh") : accept(amount);
  }
  const read = readDong(text);
  if (!read.ok) return refuse(`amount.${read.code}`);
  return read.value > highestAmount ? refuse("amount.tooHigh") : read;
}

/** Reads a number of persons, thousands set apart by dots, commas or spaces or not at all. */
export function readCount(text: string): Result<number, "size.employees"> {
  const count = readDong(text);
  return count.ok && count.value <= mostEmployees ? count : refuse("size.employees");
}
