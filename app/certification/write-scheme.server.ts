import { z } from "zod";
import { may } from "~/accounts/access";
import type { Actor } from "~/accounts/session.server";
import { row } from "~/platform/db/client.server";
import { type Acting, inTransaction, isUniqueViolation } from "~/platform/db/transaction.server";
import { versionField } from "~/platform/http/fields";
import { accept, type Result, refuse } from "~/platform/result";

const text = z.string().max(300, { error: "certification:schemes.tooLong" });

export const schemeFormSchema = z.object({
  /** Comes with the form of a new one, so that the same form sent twice adds one. */
  id: z.uuid().optional(),
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
});

export type SchemeForm = z.output<typeof schemeFormSchema>;

const columns = ({ id: _id, version: _version, counts, validityMonths, ...form }: SchemeForm) => ({
  ...form,
  validityMonths: validityMonths ?? null,
  countsTowardTarget: counts,
});

export type SchemeRefusal = "notFound" | "stale" | "code.taken";

/** Adds a scheme (without id) or changes one; the figures follow at once because they are counted from it. */
export async function writeScheme(
  id: string | undefined,
  form: SchemeForm,
  actor: Actor,
  acting: Acting,
): Promise<Result<{ id: string }, SchemeRefusal>> {
  if (!may(actor.role, "scheme.administer")) return refuse("notFound");
  try {
    return await inTransaction(acting, async (tx) => {
      const after = columns(form);
      if (id === undefined) {
        const position = await tx.prisma.scheme.count();
        const data = { ...(form.id !== undefined && { id: form.id }), ...after, position };
        const created = await tx.prisma.scheme.create({ data, select: { id: true } });
        tx.record({ event: "scheme.added", subject: { kind: "scheme", id: created.id }, data: { after } });
        return accept(created);
      }
      const before = await tx.prisma.scheme.findUnique({
        where: { id },
        omit: { id: true, version: true, position: true },
      });
      if (!before) return refuse("notFound");
      const { count } = await tx.prisma.scheme.updateMany({
        where: { id, version: form.version },
        data: { ...after, version: { increment: 1 } },
      });
      if (count === 0) return refuse("stale");
      tx.record({ event: "scheme.changed", subject: { kind: "scheme", id }, data: { before, after } });
      return accept({ id });
    });
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    const same = id === undefined ? await addedBefore(form) : undefined;
    if (same) return accept(same);
    if (isUniqueViolation(error, "code")) return refuse("code.taken");
    throw error;
  }
}

const addedBefore = ({ id, code }: SchemeForm): Promise<{ id: string } | undefined> =>
  row("SELECT id FROM schemes WHERE id = $1 AND code = $2", [id, code]);
