import { z } from "zod";
import { readMobile } from "~/accounts/contact";
import { nameSchema } from "~/accounts/credentials";
import { registerEnterpriseSchema } from "~/enterprises/enterprise-form";
import type { Day } from "~/platform/day";
import { versionField } from "~/platform/http/fields";
import { addProductSchema } from "~/products/product-form";

const owner = {
  ownerName: nameSchema,
  ownerPhone: z
    .string({ error: "assistance:ownerPhone.missing" })
    .max(50, { error: "accounts:phone.format" })
    .transform((text, context) => {
      const phone = readMobile(text);
      if (phone.ok) return phone.value;
      context.addIssue({ code: "custom", message: "accounts:phone.format" });
      return z.NEVER;
    }),
};

/** The owner, and the enterprise with the same fields and checks as when its owner registers it. */
export const assistedSchema = (today: Day) =>
  registerEnterpriseSchema(today).extend({ ...owner, version: versionField });

/** A product with the same fields and checks as when its owner adds it. */
export const assistedProductSchema = addProductSchema.omit({ intent: true });

/** A form as it was typed, by field name. */
export const typedSchema = z.record(z.string(), z.array(z.string()));
export type Typed = z.output<typeof typedSchema>;

/** What was typed as a form again, to be checked as on the day it is confirmed. */
export function formOfTyped(typed: Typed): FormData {
  const form = new FormData();
  for (const [name, values] of Object.entries(typed)) for (const value of values) form.append(name, value);
  return form;
}
