import { parsePhoneNumberFromString } from "libphonenumber-js/mobile";
import { z } from "zod";
import { accept, type Result, refuse } from "~/platform/result";
import { emailSchema } from "./email";

/** Where an account is reached: one e-mail address, or one mobile number in E.164. */
export type Contact = { email: string; phone?: never } | { phone: string; email?: never };

/** Reads a mobile number as typed, Vietnamese where no country is said, into E.164; an extension is no part of it. */
export function readMobile(input: string): Result<string, "phone.format"> {
  const found = parsePhoneNumberFromString(input.normalize("NFKC"), "VN");
  return found?.isValid() && found.ext === undefined ? accept(found.number) : refuse("phone.format");
}

/** Reads what was typed into a field for either: whatever has an @ is meant as an address. */
export function readContact(input: string): Result<Contact, "contact.required" | "email.format" | "phone.format"> {
  const text = input.trim();
  if (text === "") return refuse("contact.required");
  if (text.includes("@")) {
    const email = emailSchema.safeParse(text);
    return email.success ? accept({ email: email.data }) : refuse("email.format");
  }
  const phone = readMobile(text);
  return phone.ok ? accept({ phone: phone.value }) : phone;
}

/** The field of a form for an e-mail address or a mobile number. */
export const contactField = z
  .string({ error: "accounts:contact.required" })
  .max(254, { error: "accounts:email.format" })
  .transform((text, context): Contact => {
    const read = readContact(text);
    if (read.ok) return read.value;
    context.addIssue({ code: "custom", message: `accounts:${read.code}` });
    return z.NEVER;
  });

/** The contact as one text; an address and a number are never the same text. */
export const contactText = ({ email, phone }: Contact): string => email ?? phone;

/** A number as people write it: 0912 345 678 at home, +44 7911 123456 from abroad. */
export function mobileAsWritten(phone: string): string {
  const found = parsePhoneNumberFromString(phone);
  if (!found) return phone;
  return found.countryCallingCode === "84" ? found.formatNational() : found.formatInternational();
}

/** What an account is called by where its contact is shown: its address, else its number as people write it. */
export const contactAsWritten = ({ email, phone }: { email: string | null; phone: string | null }): string =>
  email ?? (phone === null ? "" : mobileAsWritten(phone));
