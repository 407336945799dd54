import { z } from "zod";
import { dayField, versionField } from "~/platform/http/fields";

/** The fields of a certificate, in the order of the form; a reviewer's reasons are said at one of them. */
export const certificateFields = [
  "schemeId",
  "number",
  "level",
  "issuedOn",
  "validFrom",
  "validTo",
  "products",
  "scan",
] as const;
export type CertificateField = (typeof certificateFields)[number];

export const isCertificateField = (value: string): value is CertificateField =>
  certificateFields.some((field) => field === value);

export const certificateFormSchema = z
  .object({
    id: z.uuid(),
    version: versionField.optional(),
    schemeId: z.uuid({ error: "certification:schemeId.required" }),
    number: z.string().max(100, { error: "certification:number.tooLong" }),
    level: z.string().max(40).optional(),
    issuedOn: dayField,
    validFrom: dayField,
    validTo: dayField.optional(),
    products: z.array(z.uuid()).max(200, { error: "certification:products.tooMany" }).default([]),
  })
  .describe("certification:field");

export type CertificateForm = z.output<typeof certificateFormSchema>;
