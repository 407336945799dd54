import { changeableFields } from "~/certification/certificate-change";
import { certificateFields } from "~/certification/certificate-form";
import { revocationReviewFields } from "~/certification/revocation";
import { answerReviewFields } from "~/enterprises/checklist";
import { listingReviewFields } from "~/listings/evidence-form";
import { reviewedProductFields } from "~/products/product-change";
import { type ReviewSubject, reviewSubjects } from "~/reviews/review";

/** The fields at which a reason can be given, by the kind of review. */
export const reviewFields: Readonly<Record<ReviewSubject, readonly string[]>> = {
  certificate: certificateFields,
  listing: listingReviewFields,
  change: [...reviewedProductFields, ...changeableFields],
  revocation: revocationReviewFields,
  "checklist-answer": answerReviewFields,
};

/** Whether a reason of this kind can stand at this field. */
export const fitsKind = (kind: string, field: string): boolean =>
  reviewSubjects.some((known) => known === kind && reviewFields[known].includes(field));
