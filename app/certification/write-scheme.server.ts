import { z } from "zod";
import { may } from "~/accounts/access";
import type { Actor } from "~/accounts/session.server";
import type { Acting } from "~/platform/db/transaction.server";
import { type RecordPlace, type SaveRefusal, saveRecord } from "~/platform/db/versioned-record.server";
import { versionField } from "~/platform/http/fields";
import { accept, type Result, refuse } from "~/platform/result";

const text = z.string().max(300, { error: "certification:schemes.tooLong" });

export const schemeFormSchema = z
  .object({
    id: z.uuid(),
    version: versionField,
    code: z.string().regex(/^[a-z0-9][a-z0-9-]{1,59}$/, { error: "certification:schemes.codeFormat" }),
    nameVi: text,
    nameEn: text,
    issuerVi: text,
    issuerEn: text,
    validityMonths: z.coerce
      .number({ error: "certification:schemes.monthsRange" })
      .int({ error: "certification:schemes.monthsRange" })
      .min(1, { error: "certification:schemes.monthsRange" })
      .max(600, { error: "certification:schemes.monthsRange" })
      .optional(),
    levels: z
      .string()
      .max(500)
      .default("")
      .transform((lines) => [
        ...new Set(
          lines
            .split(/[\n,]/)
            .map((level) => level.trim())
            .filter(Boolean),
        ),
      ]),
    numberExample: z.string().max(100).default(""),
    counts: z.stringbool({ truthy: ["on"], falsy: ["off"] }).default(false),
    active: z.stringbool({ truthy: ["on"], falsy: ["off"] }).default(false),
  })
  .describe("certification:schemes");

export type SchemeForm = z.output<typeof schemeFormSchema>;

const columns = ({ id: _id, version: _version, counts, validityMonths, ...form }: SchemeForm) => ({
  ...form,
  validityMonths: validityMonths ?? null,
  countsTowardTarget: counts,
});

/** Adds a scheme or changes one; the figures follow at once because they are counted from it. */
export async function writeScheme(
  { id, isNew }: RecordPlace,
  form: SchemeForm,
  actor: Actor,
  acting: Acting,
): Promise<Result<{ id: string }, SaveRefusal>> {
  if (!may(actor.role, "scheme.administer")) return refuse("notFound");
  const after = columns(form);
  return saveRecord(acting, async ({ prisma }) =>
    accept({
      subject: { kind: "scheme", id },
      isNew,
      after,
      find: () => prisma.scheme.findUnique({ where: { id } }),
      create: async () => prisma.scheme.create({ data: { id, ...after, position: await prisma.scheme.count() } }),
      update: (version) =>
        prisma.scheme.updateMany({ where: { id, version: form.version }, data: { ...after, version } }),
    }),
  );
}
