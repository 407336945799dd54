import { z } from "zod";
import { may } from "~/accounts/access";
import type { Actor } from "~/accounts/session.server";
import { type Acting, inTransaction, isUniqueViolation } from "~/platform/db/transaction.server";
import { versionField } from "~/platform/http/fields";
import { accept, type Result, refuse } from "~/platform/result";
import { reviewSubjects } from "./review";

const words = z.string().max(200, { error: "reviews:catalogue.wordsTooLong" });
const advice = z.string().max(500, { error: "reviews:catalogue.adviceTooLong" }).default("");

const fields = {
  id: z.uuid(),
  version: versionField,
  field: z.string().max(60).optional(),
  wordsVi: words,
  wordsEn: words,
  adviceVi: advice,
  adviceEn: advice,
  active: z.literal("on").optional(),
};

/** Without kind and code: decisions of the past name a reason by them, so they never change. */
export const reasonSchema = z.object(fields);

export const newReasonSchema = z.object({
  ...fields,
  kind: z.enum(reviewSubjects),
  code: z.string().regex(/^[a-z][A-Za-z0-9-]{0,59}$/, { error: "reviews:catalogue.codeFormat" }),
});

export type ReasonForm = z.output<typeof reasonSchema> &
  Partial<Pick<z.output<typeof newReasonSchema>, "kind" | "code">>;

/** Adds a reason to the catalogue where the form gives its kind and code, or else changes the words of the one with the form's id. */
export async function writeReason(
  { id, version, kind, code, field, active, ...texts }: ReasonForm,
  actor: Actor,
  acting: Acting,
): Promise<Result<true, "notFound" | "stale" | "code.taken">> {
  if (!may(actor.role, "bench.administer")) return refuse("notFound");
  const after = { ...texts, field: field ?? null, active: active === "on" };
  try {
    return await inTransaction<Result<true, "notFound" | "stale" | "code.taken">>(acting, async (tx) => {
      const before = await tx.prisma.reasonWords.findUnique({ where: { id } });
      if (kind !== undefined && code !== undefined) {
        if (before) return before.code === code && before.subjectKind === kind ? accept(true) : refuse("stale");
        const position = await tx.prisma.reasonWords.count();
        await tx.prisma.reasonWords.create({ data: { id, subjectKind: kind, code, ...after, position: position + 1 } });
        tx.record({
          event: "reason.added",
          subject: { kind: "reason", id },
          data: { after: { kind, code, ...after } },
        });
        return accept(true);
      }
      if (!before) return refuse("notFound");
      const { count } = await tx.prisma.reasonWords.updateMany({
        where: { id, version },
        data: { ...after, version: { increment: 1 } },
      });
      if (count === 0) return refuse("stale");
      tx.record({ event: "reason.changed", subject: { kind: "reason", id }, data: { before, after } });
      return accept(true);
    });
  } catch (error) {
    if (isUniqueViolation(error, "code")) return refuse("code.taken");
    throw error;
  }
}
