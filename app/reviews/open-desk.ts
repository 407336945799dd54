import type { SerializeFrom } from "@remix-run/node";
import { type FormState, pageForm } from "~/platform/http/page-form";
import { hasTypedWords } from "./decision-form";
import type { ReviewPage } from "./review-page.server";

export type ShownReviewPage = SerializeFrom<ReviewPage>;

/**
 * The decision's form as the page opens it: with what was sent and refused, else with what was kept. It is on the page
 * for whoever holds the review, and for who lost it while typing.
 */
export function openDesk(
  page: ShownReviewPage,
  answer: { form: FormState } | undefined,
  defaults: Parameters<typeof pageForm>[1] = {},
) {
  const typed = answer?.form ?? page.draft.state;
  return {
    form: pageForm(typed, { next: "on", ...defaults }),
    answered: answer !== undefined,
    isOpen: page.holding.isMine || hasTypedWords(typed?.values ?? {}),
  };
}

export type OpenDesk = ReturnType<typeof openDesk>;
