import { formatInstant } from "~/platform/format";
import { useLanguage, useT } from "~/platform/i18n";
import type { OpenDesk, ShownReviewPage } from "~/reviews/open-desk";
import { reasonText } from "~/reviews/reason";
import type { ReviewDecision } from "~/reviews/review-decision";
import { Notice } from "~/ui";
import { ClaimForm, type DecisionChoice, DecisionForm, type DecisionFormProps, reasonOptions } from "./decision-form";
import { InternalNotes } from "./internal-notes";
import { LeaseKeeper } from "./lease-keeper";

/** A part of the subject at which a reason can be given. */
export interface ReviewField {
  name: string;
  label: string;
}

interface ReviewDeskProps extends Pick<DecisionFormProps, "noteWords" | "upload" | "children"> {
  page: ShownReviewPage;
  desk: OpenDesk;
  fields: readonly ReviewField[];
  decisions: readonly DecisionChoice[];
}

/** Where an officer takes a review and decides on it: the same for every kind. */
export function ReviewDesk({ page, desk, fields, decisions, ...more }: ReviewDeskProps) {
  const t = useT();
  const language = useLanguage();
  const { review, holding, version } = page;
  return (
    <>
      {page.isReview && page.isParty && (
        <Notice tone="warning">
          <p>{t("platform:refusal.ownEnterprise")}</p>
        </Notice>
      )}
      {holding.isMine && review && <LeaseKeeper reviewId={review.id} />}
      {desk.isOpen ? (
        <DecisionForm
          form={desk.form}
          version={version}
          holding={holding}
          draft={page.draft}
          answered={desk.answered}
          fields={fields.map((field) => ({ ...field, reasons: reasonOptions(page.reasons, field.name, language) }))}
          decisions={decisions}
          {...more}
        />
      ) : (
        <ClaimForm version={version} holding={holding} />
      )}
    </>
  );
}

/** What was done just before: to this case, or to the former one where the officer went from one to the next. */
export function DoneNotice({ done, isNext }: { done: ReviewDecision | null; isNext: boolean }) {
  const t = useT();
  if (!done) return null;
  return (
    <Notice tone="success" live>
      <p>
        {t(`reviews:done.${done}`)} {isNext && t("reviews:done.next")}
      </p>
    </Notice>
  );
}

interface ReviewOutcomeProps {
  page: ShownReviewPage;
  fields: readonly ReviewField[];
  /** The reasons stand elsewhere on the page, at what they are about. */
  reasonsElsewhere?: boolean;
}

/** What the latest review ended in, by whom and why. */
export function ReviewOutcome({ page: { review }, fields, reasonsElsewhere }: ReviewOutcomeProps) {
  const t = useT();
  const language = useLanguage();
  if (!review?.decision || !review.decidedAt) return null;
  const nameOf = (field: string) => fields.find(({ name }) => name === field)?.label ?? field;
  const reasons = reasonsElsewhere ? [] : review.reasons;
  return (
    <Notice>
      <p>
        {t(`reviews:decided.${review.decision}`, {
          name: review.decidedByName ?? "",
          at: formatInstant(review.decidedAt, language),
        })}
      </p>
      {reasons.length > 0 && (
        <ul>
          {reasons.map((reason) => (
            <li key={`${reason.field} ${reason.reason}`}>
              {nameOf(reason.field)}: {reasonText(reason, language)}
            </li>
          ))}
        </ul>
      )}
      {review.note && <p className="ui-lines">{review.note}</p>}
    </Notice>
  );
}

/** What officers tell each other about the subject; nothing for who is a party to it. */
export function ReviewNotes({ page }: { page: ShownReviewPage }) {
  if (!page.notes) return null;
  return <InternalNotes notes={page.notes} noteId={page.noteId} subject={page.subject} mayWrite={page.mayNote} />;
}
