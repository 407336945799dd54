import { InvalidLength } from "stdnum/lib/cjs/exceptions.js";
import { validate } from "stdnum/lib/cjs/gen/ean.js";
import { accept, type Result, refuse } from "~/platform/result";

export type GtinRefusal = "gtin.empty" | "gtin.spoiltBySpreadsheet" | "gtin.format" | "gtin.length" | "gtin.checkDigit";

// What a spreadsheet makes of 8931234567897; the lost digits cannot be brought back.
const scientificNotation = /^\d+([.,]\d+)?E\+?\d+$/i;

/**
 * Reads a GTIN of 8, 12, 13 or 14 digits as typed or scanned (spaces and hyphens tolerated) and returns its digits, leading zeros
 * kept. Any GS1 prefix is allowed, not only Vietnam's 893.
 */
export function readGtin(input: string): Result<string, GtinRefusal> {
  const digits = input.normalize("NFKC").replace(/[\s-]/g, "");
  if (digits === "") return refuse("gtin.empty");
  if (scientificNotation.test(digits)) return refuse("gtin.spoiltBySpreadsheet");
  // Zeros alone pass the check digit, but no company has that number.
  if (!/^\d+$/.test(digits) || /^0+$/.test(digits)) return refuse("gtin.format");

  const checked = validate(digits);
  if (checked.isValid) return accept(digits);
  return refuse(checked.error instanceof InvalidLength ? "gtin.length" : "gtin.checkDigit");
}
