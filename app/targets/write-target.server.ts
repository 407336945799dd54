import { z } from "zod";
import { may } from "~/accounts/access";
import type { Actor } from "~/accounts/session.server";
import { dateColumn } from "~/platform/db/columns.server";
import type { Acting } from "~/platform/db/transaction.server";
import { type RecordPlace, type SaveRefusal, saveRecord } from "~/platform/db/versioned-record.server";
import { dayField, versionField } from "~/platform/http/fields";
import { percentField } from "~/platform/percent-field";
import { accept, type Result, refuse } from "~/platform/result";

const text = z.string().max(300, { error: "targets:text.tooLong" });

const level = { error: "targets:thresholdLevel.range" };

export const targetFormSchema = z
  .object({
    id: z.uuid(),
    version: versionField,
    code: z.string().regex(/^[a-z0-9][a-z0-9-]{1,59}$/, { error: "targets:code.format" }),
    nameVi: text,
    nameEn: text,
    indicator: z.enum(["listing-share", "sme-share"]),
    share: percentField.refine((basisPoints) => basisPoints > 0, { error: "platform:form.badPercent" }),
    deadline: dayField,
    baselineOn: dayField,
    baseline: percentField,
    thresholdLevel: z.coerce.number(level).int(level).min(0, level).max(5, level).optional(),
    legalBasisVi: text,
    legalBasisEn: text,
    active: z.stringbool({ truthy: ["on"], falsy: ["off"] }).default(false),
  })
  .refine(({ deadline, baselineOn }) => deadline > baselineOn, {
    path: ["deadline"],
    error: "targets:deadline.notAfterBaseline",
  })
  .describe("targets:admin");

export type TargetForm = z.output<typeof targetFormSchema>;

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
  deadline: dateColumn(deadline),
  baselineOn: dateColumn(baselineOn),
  thresholdLevel: form.indicator === "sme-share" ? (thresholdLevel ?? null) : null,
});

/** Adds a target or changes one; what it is measured by stays counted from the same facts. */
export async function writeTarget(
  { id, isNew }: RecordPlace,
  form: TargetForm,
  actor: Actor,
  acting: Acting,
): Promise<Result<{ id: string }, SaveRefusal>> {
  if (!may(actor.role, "target.administer")) return refuse("notFound");
  const after = columns(form);
  return saveRecord(acting, async ({ prisma }) =>
    accept({
      subject: { kind: "target", id },
      isNew,
      after,
      find: () => prisma.target.findUnique({ where: { id } }),
      create: async () => prisma.target.create({ data: { id, ...after, position: await prisma.target.count() } }),
      update: (version) =>
        prisma.target.updateMany({ where: { id, version: form.version }, data: { ...after, version } }),
    }),
  );
}
