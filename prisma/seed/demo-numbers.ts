import { createHash } from "node:crypto";
import { validate as validateEan } from "stdnum/lib/cjs/gen/ean.js";
import { validate as validateMst } from "stdnum/lib/cjs/vn/mst.js";

const digits = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"];
const issued = new Map<string, string[]>();
const firstSerial = 9_900_001;

/**
 * The n-th (from 0) syntactically valid tax code of a province prefix (41 Bình Định, 59 old Gia Lai), from serials so
 * high that none of them has been given out.
 */
export function demoTaxCode(n: number, prefix: "41" | "59" = "41"): string {
  const codes = issued.get(prefix) ?? [];
  issued.set(prefix, codes);
  for (let serial = Number(codes.at(-1)?.slice(2, 9) ?? firstSerial - 1) + 1; codes.length <= n; serial += 1) {
    const base = `${prefix}${serial}`;
    // One serial in eleven has no check digit and is never issued.
    const checkDigit = digits.find((digit) => validateMst(base + digit).isValid);
    if (checkDigit !== undefined) codes.push(base + checkDigit);
  }
  const code = codes[n];
  if (code === undefined) throw new RangeError(`No demo tax code ${n}`);
  return code;
}

/** A twelve-digit tax code in the form of a personal number whose place of birth, 999, does not exist: nobody's. */
export function demoPersonalNumber(n: number): string {
  return `999190${String(n).padStart(6, "0")}`;
}

/** A valid GTIN-13 under Vietnam's prefix 893 and a company number at the end of the range. */
export function demoGtin(n: number): string {
  const base = `8939999${String(n).padStart(5, "0")}`;
  const checkDigit = digits.find((digit) => validateEan(base + digit).isValid);
  if (checkDigit === undefined) throw new RangeError(`No check digit for ${base}`);
  return base + checkDigit;
}

/** A landline of Quy Nhơn whose subscriber number starts with zeros, as none does. */
export function demoPhone(n: number): string {
  return `+84256${String(n).padStart(7, "0")}`;
}

// The letters and digits that the portal draws its public codes from.
const codeAlphabet = "23456789abcdefghjkmnpqrstuvwxyz";

/** The n-th public code of enterprises or products: of the same form as those drawn at random, but always the same. */
export function demoCode(kind: "enterprise" | "product", n: number): string {
  const bytes = createHash("sha256").update(`${kind}-code:${n}`).digest().subarray(0, 8);
  return [...bytes].map((byte) => codeAlphabet.charAt(byte % codeAlphabet.length)).join("");
}
