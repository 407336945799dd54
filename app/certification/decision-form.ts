import { z } from "zod";
import { versionField } from "~/platform/http/fields";
import type { Reason } from "~/reviews/decide-review.server";
import { type CertificateField, certificateFields } from "./certificate-form";
import { reasonCodes } from "./reason";

const reasonAt = z.object({
  reason: z.enum(reasonCodes).optional(),
  comment: z.string().max(500, { error: "certification:comment.tooLong" }).optional(),
});

// An object and not a record: only of an object's fields does the form's parser take an empty one for none.
const reasonsAt = z.object(
  Object.fromEntries(certificateFields.map((field) => [field, reasonAt.optional()])) as Record<
    CertificateField,
    z.ZodOptional<typeof reasonAt>
  >,
);

/** What a review of a certificate may end in. */
export const certificateDecisions = ["verify", "return", "refuse"] as const;

export const decisionSchema = z.object({
  action: z.enum(["claim", "release", ...certificateDecisions]),
  version: versionField,
  note: z.string().max(2000, { error: "certification:note.tooLong" }).default(""),
  at: reasonsAt.default({}),
});

/** The reasons that an officer gave, one per field that has a reason or a comment. */
export function decisionOf({ note, at }: z.output<typeof decisionSchema>): { note: string; reasons: Reason[] } {
  const reasons = certificateFields.flatMap((field) => {
    const said = at[field];
    if (!said?.reason && !said?.comment) return [];
    return [{ field, reason: said.reason ?? "other", comment: said.comment ?? "" }];
  });
  return { note, reasons };
}
