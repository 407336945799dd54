import { z } from "zod";
import { versionField } from "~/platform/http/fields";
import type { Reason } from "./reason";

/** The code under which a remark without a reason of the catalogue is kept; every kind of review has it. */
export const otherReason = "other";

const reasonAt = z.object({
  reason: z
    .string()
    .regex(/^[a-z][A-Za-z0-9-]{0,59}$/, { error: "platform:form.notValid" })
    .optional(),
  comment: z.string().max(500, { error: "reviews:comment.tooLong" }).optional(),
});

type ReasonsAt<F extends string> = z.ZodObject<Record<F, z.ZodOptional<typeof reasonAt>>>;

/** Taking a review and putting it back: both come from the decision's own form, so that nothing typed is lost on the way. */
export const holdSchema = z.object({ action: z.enum(["claim", "release"]) });

/** The schema of a decision form: what it may end in, a reason and a remark at each of the fields, a note. */
export function decisionSchemaOf<const F extends string, const D extends string>(
  fields: readonly F[],
  decisions: readonly D[],
) {
  // An object and not a record: only of an object's fields does the form's parser take an empty one for none.
  const at = z.object(Object.fromEntries(fields.map((field) => [field, reasonAt.optional()]))) as ReasonsAt<F>;
  return z.object({
    action: z.enum(decisions),
    version: versionField,
    note: z.string().max(2000, { error: "reviews:note.tooLong" }).default(""),
    next: z.literal("on").optional(),
    at: at.optional(),
  });
}

/** The reasons that an officer gave, in the order of the fields: one for each that has a reason or a remark. */
export function reasonsOf(
  fields: readonly string[],
  at: Readonly<Record<string, z.output<typeof reasonAt> | undefined>> | undefined,
): Reason[] {
  return fields.flatMap((field) => {
    const said = at?.[field];
    if (!said?.reason && !said?.comment) return [];
    return [{ field, reason: said.reason ?? otherReason, comment: said.comment ?? "" }];
  });
}

// What a page fills in itself, and so is nobody's typing.
const filledByPage: readonly string[] = ["version", "action", "next", "id"];

/** Whether a form carries words that an officer typed, and that must not get lost. */
export function hasTypedWords(values: Readonly<Record<string, readonly string[]>>): boolean {
  return Object.entries(values).some(([name, texts]) => !filledByPage.includes(name) && texts.some(Boolean));
}
