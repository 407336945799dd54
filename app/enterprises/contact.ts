import { parsePhoneNumberFromString } from "libphonenumber-js/max";
import { accept, type Result, refuse } from "~/platform/result";

/** Reads a Vietnamese number as typed, mobile, landline or hotline, and returns it in E.164 (+84…). */
export function readPhone(input: string): Result<string, "phone.format"> {
  const found = parsePhoneNumberFromString(input.normalize("NFKC"), "VN");
  return found?.country === "VN" && found.isValid() && found.ext === undefined
    ? accept(found.number)
    : refuse("phone.format");
}

/** A stored number as people here write it: 0912 345 678 or 0256 3822 222. */
export const phoneAsWritten = (stored: string): string =>
  parsePhoneNumberFromString(stored)?.formatNational() ?? stored;

/** Reads a website's address; https is assumed where nothing is said. Only http and https with a real host name. */
export function readWebsite(input: string): Result<string, "website.format"> {
  const text = input.trim();
  const full = /^[a-z][a-z\d+.-]*:/i.test(text) ? text : `https://${text}`;
  if (!URL.canParse(full)) return refuse("website.format");
  const url = new URL(full);
  const isWeb = url.protocol === "https:" || url.protocol === "http:";
  const hasName = /^(?:[a-z\d-]+\.)+[a-z][a-z\d-]+$/.test(url.hostname);
  return isWeb && hasName && url.username === "" && url.password === "" ? accept(url.href) : refuse("website.format");
}
