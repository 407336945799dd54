import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { may } from "~/accounts/access";
import { door, notFound } from "~/accounts/door.server";
import { belongsTo } from "~/accounts/membership-queries.server";
import { findSubmittedAnswer } from "~/enterprises/checklist-queries.server";
import { AnswerDecisionForm } from "~/enterprises/components/answer-decision-form";
import { answerDecisions, decideChecklistAnswer } from "~/enterprises/decide-checklist-answer.server";
import { formatInstant } from "~/platform/format";
import { versionField } from "~/platform/http/fields";
import { badForm, parseForm, refusedForm } from "~/platform/http/form.server";
import { pageForm } from "~/platform/http/page-form";
import { titleOf } from "~/platform/http/page-title";
import { uuidParam } from "~/platform/http/params.server";
import { readForm } from "~/platform/http/read-form.server";
import { useLanguage, useT } from "~/platform/i18n";
import { claimReview, releaseReview } from "~/reviews/claim-review.server";
import { LeaseKeeper } from "~/reviews/components/lease-keeper";
import { pathAfterDecision, queuePath } from "~/reviews/next-review.server";
import { checkClaim } from "~/reviews/review";
import { findLatestReview } from "~/reviews/review-queries.server";
import {
  Breadcrumbs,
  Button,
  ErrorSummary,
  Form,
  FormActions,
  HiddenField,
  Notice,
  PageHeader,
  Stack,
  SummaryList,
  Tag,
} from "~/ui";

export const loader = door("register.read").load(async ({ params, actor, language, now, draft }) => {
  const answer = await findSubmittedAnswer(uuidParam(params.answerId));
  if (!answer) throw notFound();
  const [review, isOwn] = await Promise.all([
    findLatestReview("checklist-answer", answer.id),
    belongsTo(actor.accountId, answer.enterpriseId),
  ]);
  const isOpen = review?.status === "waiting" || review?.status === "claimed";
  const mayDecide = isOpen && may(actor.role, "checklist.decide", isOwn);
  return {
    title: language === "vi" ? answer.nameVi : answer.nameEn,
    guidance: language === "vi" ? answer.guidanceVi : answer.guidanceEn,
    answer,
    isOwn: isOwn && isOpen,
    heldBy: review?.status === "claimed" ? review.claimedByName : null,
    reviewId: review?.id ?? null,
    isMine: mayDecide && review?.status === "claimed" && review.claimedById === actor.accountId,
    mayClaim: mayDecide && checkClaim(review, { accountId: actor.accountId, isMember: isOwn }, now).ok,
    draft: await draft(answer.version),
  };
});

const formSchema = z.object({
  action: z.enum(["claim", "release", ...answerDecisions]),
  version: versionField,
  decisionNote: z.string().max(2000, { error: "enterprises:checklist.noteTooLong" }).default(""),
});

export const action = door("checklist.decide").act(
  async ({ request, url, params, actor, acting, language, dropDraft }) => {
    const answerId = uuidParam(params.answerId);
    const submitted = parseForm((await readForm(request)).form, formSchema, language);
    if (!submitted.value) return badForm(submitted);
    const { action: step, version, decisionNote: note } = submitted.value;
    const subject = { kind: "checklist-answer", id: answerId } as const;
    const refused = (code: string) => {
      if (code === "notFound") throw notFound();
      return refusedForm(submitted, { language, namespace: "enterprises", code });
    };
    if (step === "claim") {
      const claimed = await claimReview(subject, actor, acting);
      return claimed.ok ? redirect(`/tham-dinh/danh-muc/${answerId}`, 303) : refused(claimed.code);
    }
    if (step === "release") {
      const released = await releaseReview(subject, actor, acting);
      return released.ok ? redirect(queuePath("", { da: "release" }), 303) : refused(released.code);
    }
    const decided = await decideChecklistAnswer({ answerId, version, decision: step, note }, actor, acting);
    if (!decided.ok) return refused(decided.code);
    await dropDraft();
    return redirect(await pathAfterDecision({ url, wantsNext: false, done: step }, actor, acting), 303);
  },
);

export const meta = titleOf;

export default function ReviewChecklistAnswer() {
  const t = useT();
  const language = useLanguage();
  const page = useLoaderData<typeof loader>();
  const { answer } = page;
  const reply = useActionData<typeof action>();
  const form = pageForm(reply?.form ?? page.draft.state);
  return (
    <Stack>
      <Breadcrumbs
        label={t("enterprises:crumbs")}
        items={[{ label: t("enterprises:checklist.review.queue"), href: "/tham-dinh" }, { label: page.title }]}
      />
      <PageHeader
        title={page.title}
        tags={<Tag>{t(`enterprises:checklist.status.${answer.status}`)}</Tag>}
        lead={<a href={`/so/co-so/${answer.enterpriseId}`}>{answer.enterpriseName}</a>}
      />
      <ErrorSummary title={t("platform:form.errors")} errors={form.errors} />
      <SummaryList
        items={[
          { key: "guidance", term: t("enterprises:checklist.review.guidance"), value: page.guidance },
          { key: "at", term: t("enterprises:checklist.review.at"), value: formatInstant(answer.answeredAt, language) },
          { key: "by", term: t("enterprises:checklist.review.by"), value: answer.answeredBy ?? "–" },
          {
            key: "note",
            term: t("enterprises:checklist.note"),
            value: answer.note || t("enterprises:fact.none"),
          },
          {
            key: "paper",
            term: t("enterprises:checklist.paper"),
            value: answer.fileId ? <a href={`/tep/${answer.fileId}`}>{answer.fileName}</a> : t("enterprises:fact.none"),
          },
          ...(answer.decisionNote
            ? [{ key: "decision", term: t("enterprises:checklist.review.decisionNote"), value: answer.decisionNote }]
            : []),
        ]}
      />
      {page.isOwn && (
        <Notice tone="warning">
          <p>{t("platform:refusal.ownEnterprise")}</p>
        </Notice>
      )}
      {!page.isMine && page.heldBy && (
        <Notice>
          <p>{t("enterprises:checklist.review.heldBy", { name: page.heldBy })}</p>
        </Notice>
      )}
      {page.mayClaim && !page.isMine && (
        <Form>
          <HiddenField name="version" value={answer.version} />
          <FormActions>
            <Button name="action" value="claim">
              {t("enterprises:checklist.review.claim")}
            </Button>
          </FormActions>
        </Form>
      )}
      {page.isMine && page.reviewId && <LeaseKeeper reviewId={page.reviewId} />}
      {page.isMine && (
        <AnswerDecisionForm form={form} version={answer.version} draft={page.draft} answered={reply !== undefined} />
      )}
    </Stack>
  );
}
