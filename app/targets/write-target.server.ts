import { z } from "zod";
import { may } from "~/accounts/access";
import type { Actor } from "~/accounts/session.server";
import { row } from "~/platform/db/client.server";
import { type Acting, inTransaction, isUniqueViolation } from "~/platform/db/transaction.server";
import { dayField, versionField } from "~/platform/http/fields";
import { accept, type Result, refuse } from "~/platform/result";
import { readPercent } from "./percent";

const text = z.string().max(300, { error: "targets:text.tooLong" });

const percent = z.string().transform((typed, context) => {
  const basisPoints = readPercent(typed);
  if (basisPoints !== undefined) return basisPoints;
  context.addIssue({ code: "custom", message: "targets:percent.format" });
  return z.NEVER;
});

const level = { error: "targets:thresholdLevel.range" };

export const targetFormSchema = z
  .object({
    /** Comes with the form of a new one, so that the same form sent twice adds one. */
    id: z.uuid().optional(),
    version: versionField,
    code: z.string().regex(/^[a-z0-9][a-z0-9-]{1,59}$/, { error: "targets:code.format" }),
    nameVi: text,
    nameEn: text,
    indicator: z.enum(["listing-share", "sme-share"]),
    share: percent.refine((basisPoints) => basisPoints > 0, { error: "targets:percent.format" }),
    deadline: dayField,
    baselineOn: dayField,
    baseline: percent,
    thresholdLevel: z.coerce.number(level).int(level).min(0, level).max(5, level).optional(),
    legalBasisVi: text,
    legalBasisEn: text,
    active: z.stringbool({ truthy: ["on"], falsy: ["off"] }).default(false),
  })
  .refine(({ deadline, baselineOn }) => deadline > baselineOn, {
    path: ["deadline"],
    error: "targets:deadline.notAfterBaseline",
  });

export type TargetForm = z.output<typeof targetFormSchema>;
export type TargetRefusal = "notFound" | "stale" | "code.taken";

const asDate = (day: string): Date => new Date(`${day}T00:00:00Z`);

const columns = ({
  id: _id,
  version: _version,
  share,
  baseline,
  thresholdLevel,
  deadline,
  baselineOn,
  ...form
}: TargetForm) => ({
  ...form,
  basisPoints: share,
  baselineBasisPoints: baseline,
  deadline: asDate(deadline),
  baselineOn: asDate(baselineOn),
  thresholdLevel: form.indicator === "sme-share" ? (thresholdLevel ?? null) : null,
});

/** Adds a target (without id) or changes one; what it is measured by stays counted from the same facts. */
export async function writeTarget(
  id: string | undefined,
  form: TargetForm,
  actor: Actor,
  acting: Acting,
): Promise<Result<{ id: string }, TargetRefusal>> {
  if (!may(actor.role, "target.administer")) return refuse("notFound");
  try {
    return await inTransaction(acting, async (tx) => {
      const after = columns(form);
      if (id === undefined) {
        const position = await tx.prisma.target.count();
        const data = { ...(form.id !== undefined && { id: form.id }), ...after, position };
        const created = await tx.prisma.target.create({ data, select: { id: true } });
        tx.record({ event: "target.added", subject: { kind: "target", id: created.id }, data: { after } });
        return accept(created);
      }
      const before = await tx.prisma.target.findUnique({
        where: { id },
        omit: { id: true, version: true, position: true },
      });
      if (!before) return refuse("notFound");
      const { count } = await tx.prisma.target.updateMany({
        where: { id, version: form.version },
        data: { ...after, version: { increment: 1 } },
      });
      if (count === 0) return refuse("stale");
      tx.record({ event: "target.changed", subject: { kind: "target", id }, data: { before, after } });
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

const addedBefore = ({ id, code }: TargetForm): Promise<{ id: string } | undefined> =>
  row("SELECT id FROM targets WHERE id = $1 AND code = $2", [id, code]);
