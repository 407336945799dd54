import { z } from "zod";
import type { Day } from "~/platform/day";
import { dayField } from "~/platform/http/fields";
import type { Language } from "~/platform/i18n";
import { readFormWithScan } from "./read-certificate-form.server";

const words = z.string().max(300, { error: "platform:form.tooBig" });

const bulkFormSchema = z
  .object({
    id: z.uuid(),
    number: words,
    day: dayField,
    issuer: words,
    awards: z.array(z.string().max(40)).max(50).default([]),
  })
  .describe("certification:recognition");

/** Reads the form that names a signed decision, with its paper where one was sent along. */
export const readBulkForm = (request: Request, accountId: string, language: Language, today: Day) =>
  readFormWithScan(request, accountId, bulkFormSchema, language, async (form) => {
    const inFuture: Record<string, string[]> = { day: ["certification:bulk.dayInFuture"] };
    return form && form.day > today ? inFuture : {};
  });
