import { useActionData, useLoaderData } from "@remix-run/react";
import { door, notFound } from "~/accounts/door.server";
import { ScanView } from "~/certification/components/scan-view";
import { scanPages } from "~/certification/scan-pictures.server";
import { answerReviewFields } from "~/enterprises/checklist";
import { findSubmittedAnswer } from "~/enterprises/checklist-queries.server";
import { AnswerFacts } from "~/enterprises/components/answer-facts";
import { decideChecklistAnswer } from "~/enterprises/decide-checklist-answer.server";
import { titleOf } from "~/platform/http/page-title";
import { uuidParam } from "~/platform/http/params.server";
import { readForm } from "~/platform/http/read-form.server";
import { useT } from "~/platform/i18n";
import { DoneNotice, ReviewDesk, ReviewNotes, ReviewOutcome } from "~/reviews/components/review-desk";
import { decisionSchemaOf, reasonsOf } from "~/reviews/decision-form";
import { openDesk } from "~/reviews/open-desk";
import { reviewDecisions } from "~/reviews/review-decision";
import { actOnReview, loadReviewPage } from "~/reviews/review-page.server";
import { Breadcrumbs, ErrorSummary, PageHeader, Split, Stack, Tag } from "~/ui";

const decisionSchema = decisionSchemaOf(answerReviewFields, reviewDecisions["checklist-answer"]);

export const loader = door("register.read").load(async (visit) => {
  const { params, actor, language } = visit;
  const answer = await findSubmittedAnswer(uuidParam(params.answerId));
  if (!answer) throw notFound();
  const { id, version, enterpriseId } = answer;
  return {
    ...(await loadReviewPage({ kind: "checklist-answer", id, version, enterpriseId }, visit)),
    title: language === "vi" ? answer.nameVi : answer.nameEn,
    answer,
    scanPages: await scanPages(answer.paper?.id, actor.accountId, true),
  };
});

export const action = door("checklist.decide").act(async (visit) => {
  const { request, params, actor, acting } = visit;
  const answerId = uuidParam(params.answerId);
  const { form } = await readForm(request);
  return actOnReview(
    {
      subject: { kind: "checklist-answer", id: answerId },
      form,
      schema: decisionSchema,
      namespace: "enterprises",
      decide: ({ action: decision, version, note, at }) => {
        const said = { decision, note, reasons: reasonsOf(answerReviewFields, at) };
        return decideChecklistAnswer({ answerId, version, decision: said }, actor, acting);
      },
    },
    visit,
  );
});

export const meta = titleOf;

export default function ReviewChecklistAnswer() {
  const t = useT();
  const page = useLoaderData<typeof loader>();
  const { answer } = page;
  const desk = openDesk(page, useActionData<typeof action>());
  const fields = answerReviewFields.map((name) => ({ name, label: t(`enterprises:checklist.at.${name}`) }));
  return (
    <>
      <Breadcrumbs
        label={t("enterprises:crumbs")}
        items={[{ label: t("enterprises:checklist.review.queue"), href: "/tham-dinh" }, { label: page.title }]}
      />
      <PageHeader
        title={page.title}
        tags={<Tag>{t(`enterprises:checklist.status.${answer.status}`)}</Tag>}
        lead={<a href={`/so/co-so/${answer.enterpriseId}`}>{answer.enterpriseName}</a>}
      />
      <ErrorSummary title={t("platform:form.errors")} errors={desk.form.errors} />
      <DoneNotice done={page.done} isNext />
      <Split
        side="even"
        aside={
          <ScanView
            title={t("enterprises:checklist.paper")}
            scan={answer.paper}
            pages={page.scanPages}
            besideForm={desk.isOpen}
          />
        }
      >
        <Stack>
          <AnswerFacts answer={answer} />
          <ReviewDesk
            page={page}
            desk={desk}
            fields={fields}
            decisions={[
              { value: "accept", label: t("enterprises:checklist.review.accept"), icon: "check", shortcut: "V" },
              { value: "return", label: t("enterprises:checklist.review.return"), variant: "secondary", shortcut: "R" },
              { value: "waive", label: t("enterprises:checklist.review.waive"), variant: "secondary" },
            ]}
          />
          <ReviewOutcome page={page} fields={fields} />
          <ReviewNotes page={page} />
        </Stack>
      </Split>
    </>
  );
}
