import { z } from "zod";
import { may } from "~/accounts/access";
import type { Actor } from "~/accounts/session.server";
import type { Acting } from "~/platform/db/transaction.server";
import { type RecordPlace, type SaveRefusal, saveRecord } from "~/platform/db/versioned-record.server";
import { versionField } from "~/platform/http/fields";
import { accept, type Result, refuse } from "~/platform/result";

const name = z.string().max(300, { error: "enterprises:field.tooLong" });
const guidance = z.string().max(1000, { error: "enterprises:checklist.form.guidanceTooLong" }).default("");
const ticked = z.stringbool({ truthy: ["on"], falsy: ["off"] }).default(false);

export const checklistItemSchema = z
  .object({
    id: z.uuid(),
    version: versionField,
    /** Chosen for a new one only: what has answers stays of its kind. */
    kind: z.enum(["attested", "verified"]).optional(),
    code: z
      .string()
      .regex(/^[a-z0-9][a-z0-9-]{1,59}$/, { error: "enterprises:checklist.form.codeFormat" })
      .optional(),
    nameVi: name,
    nameEn: name,
    guidanceVi: guidance,
    guidanceEn: guidance,
    position: z.coerce
      .number({ error: "enterprises:checklist.form.positionRange" })
      .int({ error: "enterprises:checklist.form.positionRange" })
      .min(0, { error: "enterprises:checklist.form.positionRange" })
      .max(999, { error: "enterprises:checklist.form.positionRange" }),
    required: ticked,
    active: ticked,
  })
  .describe("enterprises:checklist.form");

export type ChecklistItemForm = z.output<typeof checklistItemSchema>;

export type ItemRefusal = SaveRefusal | "code.required" | "kind.required";

/** Adds an item that owners attest or officers verify, or changes the words, place and weight of any. */
export async function writeChecklistItem(
  { id, isNew }: RecordPlace,
  { id: _id, version: formVersion, kind, code, ...after }: ChecklistItemForm,
  actor: Actor,
  acting: Acting,
): Promise<Result<{ id: string }, ItemRefusal>> {
  if (!may(actor.role, "checklist.administer")) return refuse("notFound");
  if (isNew && !kind) return refuse("kind.required");
  if (isNew && !code) return refuse("code.required");
  const added = { code: code ?? "", kind: kind ?? "" };
  return saveRecord(acting, async ({ prisma }) =>
    accept({
      subject: { kind: "checklist-item", id },
      isNew,
      added,
      after,
      find: () => prisma.checklistItem.findUnique({ where: { id } }),
      create: () => prisma.checklistItem.create({ data: { id, ...added, ...after } }),
      update: (version) =>
        prisma.checklistItem.updateMany({ where: { id, version: formVersion }, data: { ...after, version } }),
    }),
  );
}
