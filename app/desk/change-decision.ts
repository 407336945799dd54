import { z } from "zod";
import { changeableFields } from "~/certification/certificate-change";
import { versionField } from "~/platform/http/fields";
import { reviewedProductFields } from "~/products/product-change";
import { changeReasonCodes } from "~/reviews/change-reason";
import type { Reason } from "~/reviews/decide-review.server";
import { changeOutcomes } from "~/reviews/proposed-change";

const fields = [...reviewedProductFields, ...changeableFields] as const;
type Field = (typeof fields)[number];

const reasonAt = z.object({
  reason: z.enum(changeReasonCodes).optional(),
  comment: z.string().max(500, { error: "certification:comment.tooLong" }).optional(),
});

// An object and not a record: only of an object's fields does the form's parser take an empty one for none.
const reasonsAt = z.object(
  Object.fromEntries(fields.map((field) => [field, reasonAt.optional()])) as Record<
    Field,
    z.ZodOptional<typeof reasonAt>
  >,
);

export const changeDecisionSchema = z.object({
  action: z.enum(["claim", "release", ...changeOutcomes]),
  version: versionField,
  note: z.string().max(2000, { error: "certification:note.tooLong" }).default(""),
  at: reasonsAt.default({}),
});

/** The reasons that an officer gave, one per field that has a reason or a comment. */
export function reasonsOf({ at }: z.output<typeof changeDecisionSchema>): Reason[] {
  return fields.flatMap((field) => {
    const said = at[field];
    if (!said?.reason && !said?.comment) return [];
    return [{ field, reason: said.reason ?? "other", comment: said.comment ?? "" }];
  });
}
