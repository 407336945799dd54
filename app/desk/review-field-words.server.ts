import { certificateFields } from "~/certification/certificate-form";
import { revocationReviewFields } from "~/certification/revocation";
import { answerReviewFields } from "~/enterprises/checklist";
import { listingReviewFields } from "~/listings/evidence-form";
import type { Translate } from "~/platform/i18n";
import { reviewedProductFields } from "~/products/product-change";
import type { ReviewSubject } from "~/reviews/review";
import { changeKinds } from "./change-kinds.server";
import { reviewFields } from "./review-fields";

interface NamedField {
  value: string;
  label: string;
}

/** The fields at which a reason of each kind can be given, by name. */
export function namedReviewFields(t: Translate): Record<ReviewSubject, NamedField[]> {
  return {
    certificate: certificateFields.map((value) => ({ value, label: t(`certification:field.${value}`) })),
    listing: listingReviewFields.map((value) => ({ value, label: t(`listings:confirm.at.${value}`) })),
    change: reviewFields.change.map((value) => {
      const kind = reviewedProductFields.some((one) => one === value) ? "product" : "certificate";
      return { value, label: changeKinds[kind].fieldWords(t, value) };
    }),
    revocation: revocationReviewFields.map((value) => ({ value, label: t(`certification:revocation.at.${value}`) })),
    "checklist-answer": answerReviewFields.map((value) => ({ value, label: t(`enterprises:checklist.at.${value}`) })),
  };
}
