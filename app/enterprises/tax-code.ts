import { InvalidChecksum } from "stdnum/lib/cjs/exceptions.js";
import { validate } from "stdnum/lib/cjs/vn/mst.js";
import type { Day } from "~/platform/day";
import { accept, type Result, refuse } from "~/platform/result";
import { isPersonalNumber } from "./personal-number";

export type TaxCodeKind = "enterprise" | "branch" | "personal";

/** A tax code in its stored form: ten digits, ten digits with -NNN for a branch, or a twelve-digit personal number. */
export type TaxCode = {
  value: string;
  kind: TaxCodeKind;
  /** Of the province that issued it, e.g. 41 for Bình Định; kept for life, so it says nothing about where the enterprise is now. */
  provincePrefix?: string;
};

export type TaxCodeRefusal =
  | "taxCode.empty"
  | "taxCode.format"
  | "taxCode.leadingZeroLost"
  | "taxCode.component"
  | "taxCode.checkDigit"
  | "taxCode.personalNumber";

const separators = /[\s.\u00a0]/g;
const entityCode = /^(\d{10})(?:[-–]?(\d{3}))?$/;

/**
 * Reads a mã số thuế as typed or pasted; spaces and dots are tolerated. Households and individuals use their personal number
 * since 1/7/2025 (TT 86/2024/TT-BTC); with today given, its year of birth must not lie in the future.
 */
export function readTaxCode(input: string, today?: Day): Result<TaxCode, TaxCodeRefusal> {
  const text = input.normalize("NFKC").replace(separators, "");
  if (text === "") return refuse("taxCode.empty");
  if (/^\d{12}$/.test(text)) {
    return isPersonalNumber(text, today) ? accept({ value: text, kind: "personal" }) : refuse("taxCode.personalNumber");
  }
  // Spreadsheets keep 0100109106 as the number 100109106.
  if (/^\d{9}$/.test(text) && validate(`0${text}`).isValid) return refuse("taxCode.leadingZeroLost");

  const [, base, branch] = entityCode.exec(text) ?? [];
  if (base === undefined) return refuse("taxCode.format");
  const checked = validate(base + (branch ?? ""));
  if (!checked.isValid) {
    return refuse(checked.error instanceof InvalidChecksum ? "taxCode.checkDigit" : "taxCode.component");
  }
  const provincePrefix = base.slice(0, 2);
  return branch === undefined
    ? accept({ value: base, kind: "enterprise", provincePrefix })
    : accept({ value: `${base}-${branch}`, kind: "branch", provincePrefix });
}
