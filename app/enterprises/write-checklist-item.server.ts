import { z } from "zod";
import { may } from "~/accounts/access";
import type { Actor } from "~/accounts/session.server";
import { row } from "~/platform/db/client.server";
import { type Acting, inTransaction, isUniqueViolation } from "~/platform/db/transaction.server";
import { versionField } from "~/platform/http/fields";
import { accept, type Result, refuse } from "~/platform/result";

const name = z.string().max(300, { error: "enterprises:field.tooLong" });
const guidance = z.string().max(1000, { error: "enterprises:checklist.form.guidanceTooLong" }).default("");
const ticked = z.stringbool({ truthy: ["on"], falsy: ["off"] }).default(false);

export const checklistItemSchema = z.object({
  /** Comes with the form of a new one, so that the same form sent twice adds one. */
  id: z.uuid().optional(),
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
});

export type ChecklistItemForm = z.output<typeof checklistItemSchema>;

export type ItemRefusal = "notFound" | "stale" | "code.taken" | "code.required" | "kind.required";

/** Adds an item that owners attest or officers verify (without id), or changes the words, place and weight of any. */
export async function writeChecklistItem(
  id: string | undefined,
  form: ChecklistItemForm,
  actor: Actor,
  acting: Acting,
): Promise<Result<{ id: string }, ItemRefusal>> {
  if (!may(actor.role, "checklist.administer")) return refuse("notFound");
  return id === undefined ? addItem(form, acting) : changeItem(id, form, acting);
}

const words = ({ nameVi, nameEn, guidanceVi, guidanceEn, position, required, active }: ChecklistItemForm) => ({
  nameVi,
  nameEn,
  guidanceVi,
  guidanceEn,
  position,
  required,
  active,
});

async function addItem(form: ChecklistItemForm, acting: Acting): Promise<Result<{ id: string }, ItemRefusal>> {
  const { kind, code } = form;
  if (!kind) return refuse("kind.required");
  if (!code) return refuse("code.required");
  try {
    return await inTransaction(acting, async (tx) => {
      const after = { code, kind, ...words(form) };
      const { id } = await tx.prisma.checklistItem.create({
        data: { ...(form.id !== undefined && { id: form.id }), ...after },
        select: { id: true },
      });
      tx.record({ event: "checklist-item.added", subject: { kind: "checklist-item", id }, data: { after } });
      return accept({ id });
    });
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    const same = await row<{ id: string }>("SELECT id FROM checklist_items WHERE id = $1 AND code = $2", [
      form.id,
      code,
    ]);
    if (same) return accept(same);
    if (isUniqueViolation(error, "code")) return refuse("code.taken");
    throw error;
  }
}

const changeItem = (id: string, form: ChecklistItemForm, acting: Acting) =>
  inTransaction(acting, async (tx): Promise<Result<{ id: string }, ItemRefusal>> => {
    const before = await tx.prisma.checklistItem.findUnique({
      where: { id },
      omit: { id: true, version: true, kind: true, code: true },
    });
    if (!before) return refuse("notFound");
    const after = words(form);
    const { count } = await tx.prisma.checklistItem.updateMany({
      where: { id, version: form.version },
      data: { ...after, version: { increment: 1 } },
    });
    if (count === 0) return refuse("stale");
    tx.record({ event: "checklist-item.changed", subject: { kind: "checklist-item", id }, data: { before, after } });
    return accept({ id });
  });
