import { z } from "zod";
import type { Day } from "~/platform/day";
import { versionField } from "~/platform/http/fields";
import type { Result } from "~/platform/result";
import { readPhone, readWebsite } from "./contact";
import { readAmount, readCount } from "./declared-amount";
import { enterpriseSectors, legalForms } from "./enterprise-size";
import { declarableYears } from "./size-declaration";
import { readTaxCode } from "./tax-code";

/** A field that a decision reads; its refusal is shown in the catalogue's words. */
const readBy = <T>(read: (text: string) => Result<T>, missing?: string) =>
  z
    .string(missing === undefined ? undefined : { error: missing })
    .max(300, { error: "enterprises:field.tooLong" })
    .transform((text, context): T => {
      const result = read(text);
      if (result.ok) return result.value;
      context.addIssue({ code: "custom", message: `enterprises:${result.code}` });
      return z.NEVER;
    });

const facts = {
  name: z.string({ error: "enterprises:missing.name" }).max(300, { error: "enterprises:name.tooLong" }),
  legalForm: z.enum(legalForms, { error: "enterprises:missing.legalForm" }),
  sector: z.enum(enterpriseSectors, { error: "enterprises:missing.sector" }),
  area: z.string({ error: "areas:area.missing" }).max(200, { error: "areas:area.tooLong" }),
  areaId: z.string().max(40).optional(),
  address: z.string().max(300, { error: "enterprises:field.tooLong" }).default(""),
  phone: readBy(readPhone).default(""),
  website: readBy(readWebsite).default(""),
};

const figures = (today: Day) => ({
  year: z.coerce
    .number({ error: "enterprises:size.year" })
    .refine((year) => declarableYears(today).includes(year), { error: "enterprises:size.year" }),
  employees: readBy(readCount, "enterprises:size.employees"),
  revenue: readBy(readAmount).nullable().default(null),
  capital: readBy(readAmount).nullable().default(null),
});

export const editEnterpriseSchema = z.object({ ...facts, version: versionField });
export type EnterpriseEdit = z.output<typeof editEnterpriseSchema>;

export const declareSizeSchema = (today: Day) => z.object({ id: z.uuid(), ...figures(today) });
export type SizeFigures = z.output<ReturnType<typeof declareSizeSchema>>;

export const registerEnterpriseSchema = (today: Day) =>
  z.object({
    id: z.uuid(),
    taxCode: readBy((text) => readTaxCode(text, today), "enterprises:taxCode.empty"),
    ...facts,
    ...figures(today),
  });
export type EnterpriseRegistration = z.output<ReturnType<typeof registerEnterpriseSchema>>;
