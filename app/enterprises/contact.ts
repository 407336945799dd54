import { accept, type Result, refuse } from "~/platform/result";

const mobile = /^0[35789]\d{8}$/;
// Area codes have begun with 02 since 2017 (0256 Bình Định, 0269 the former Gia Lai).
const landline = /^02\d{9}$/;

/** Reads a Vietnamese mobile or landline number as typed, and returns it in E.164 (+84…). */
export function readPhone(input: string): Result<string, "phone.format"> {
  const digits = input
    .normalize("NFKC")
    .replace(/[\s.()-]/g, "")
    .replace(/^(?:\+84|0084|84(?=\d{9,10}$))0?/, "0");
  return mobile.test(digits) || landline.test(digits) ? accept(`+84${digits.slice(1)}`) : refuse("phone.format");
}

/** A stored number as people here write it: 0912 345 678 or 0256 3822 222. */
export function phoneAsWritten(stored: string): string {
  const national = stored.replace(/^\+84/, "0");
  return national.startsWith("02")
    ? national.replace(/^(\d{4})(\d{4})(\d+)$/, "$1 $2 $3")
    : national.replace(/^(\d{4})(\d{3})(\d{3})$/, "$1 $2 $3");
}

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
