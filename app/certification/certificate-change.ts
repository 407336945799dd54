import { z } from "zod";
import { isDay } from "~/platform/day";
import { definedOf } from "~/platform/defined";
import { dayField, versionField } from "~/platform/http/fields";
import { coverageSchema } from "./scope";

/** Everything that is said of a certificate; its history is told in these. */
export const certificateFacts = [
  "schemeId",
  "number",
  "level",
  "issuedOn",
  "validFrom",
  "validTo",
  "scanId",
  "scope",
] as const;
export type CertificateFact = (typeof certificateFacts)[number];

/** The fields that a proposal may change, in the order of its form, as an officer's reasons name them. */
export const changeableFields = ["number", "level", "issuedOn", "validFrom", "validTo", "scope", "scanId"] as const;

const productList = z.array(z.uuid()).max(200, { error: "certification:products.tooMany" }).default([]);

/** `changeVersion` is that of the proposal which the form shows and replaces; `leaveOn` is the last covered day. */
export const proposeCertificateSchema = z.object({
  version: versionField,
  changeVersion: versionField.optional(),
  number: z.string().max(100, { error: "certification:number.tooLong" }),
  level: z.string().max(40).optional(),
  issuedOn: dayField,
  validFrom: dayField,
  validTo: dayField.optional(),
  joining: productList,
  joinOn: dayField.optional(),
  leaving: productList,
  leaveOn: dayField.optional(),
  /** The version of the history whose scan comes back with it. */
  scanOf: versionField.optional(),
  note: z.string().max(2000, { error: "certification:note.tooLong" }).default(""),
});
export type ProposeCertificateForm = z.output<typeof proposeCertificateSchema>;

const day = z.string().refine(isDay);

/** What is said of a certificate, as a proposal and the journal keep it: only the fields that they name. */
export const certificateFactsSchema = z
  .object({
    schemeId: z.uuid(),
    number: z.string(),
    level: z.string().nullable(),
    issuedOn: day,
    validFrom: day,
    validTo: day.nullable(),
    scanId: z.uuid().nullable(),
    scope: z.array(coverageSchema),
  })
  .partial()
  .transform(definedOf);
export type CertificateFacts = z.output<typeof certificateFactsSchema>;
