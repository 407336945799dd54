import { z } from "zod";
import { may } from "~/accounts/access";
import type { Actor } from "~/accounts/session.server";
import type { Acting } from "~/platform/db/transaction.server";
import {
  type RecordPlace,
  type SavedRecord,
  type SaveRefusal,
  saveRecord,
} from "~/platform/db/versioned-record.server";
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
export const reasonSchema = z.object(fields).describe("reviews:catalogue");

export const newReasonSchema = z
  .object({
    ...fields,
    kind: z.enum(reviewSubjects),
    code: z.string().regex(/^[a-z][A-Za-z0-9-]{0,59}$/, { error: "reviews:catalogue.codeFormat" }),
  })
  .describe("reviews:catalogue");

export type ReasonForm = z.output<typeof reasonSchema> &
  Partial<Pick<z.output<typeof newReasonSchema>, "kind" | "code">>;

type SavedReason = SavedRecord<{ subjectKind: string }>;

/** Whether a reason of a kind can stand at a field: the capabilities say which fields their kinds have. */
type FitsKind = (kind: string, field: string) => boolean;

/** Adds a reason to the catalogue or changes the words of one. */
export async function writeReason(
  { id, isNew }: RecordPlace,
  fitsKind: FitsKind,
  { id: _id, version: formVersion, kind, code = "", field, active, ...texts }: ReasonForm,
  actor: Actor,
  acting: Acting,
): Promise<Result<{ id: string }, SaveRefusal | "field.ofOtherKind">> {
  if (!may(actor.role, "bench.administer")) return refuse("notFound");
  const after = { ...texts, field: field ?? null, active: active === "on" };
  const added = { subjectKind: kind ?? "", code };
  return saveRecord(acting, async ({ prisma }): Promise<Result<SavedReason, "field.ofOtherKind">> => {
    const find = () => prisma.reasonWords.findUnique({ where: { id } });
    const kindOf = isNew ? kind : (await find())?.subjectKind;
    if (field && kindOf !== undefined && !fitsKind(kindOf, field)) return refuse("field.ofOtherKind");
    return accept({
      subject: { kind: "reason", id },
      isNew,
      added,
      after,
      find,
      create: async () =>
        prisma.reasonWords.create({
          data: { id, ...added, ...after, position: (await prisma.reasonWords.count()) + 1 },
        }),
      update: (version) =>
        prisma.reasonWords.updateMany({ where: { id, version: formVersion }, data: { ...after, version } }),
    });
  });
}
