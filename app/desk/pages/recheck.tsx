import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { may } from "~/accounts/access";
import { door, notFound } from "~/accounts/door.server";
import { RecheckSubject } from "~/desk/components/recheck-subject";
import { findRecheckSubject } from "~/desk/recheck-subject.server";
import { dayOf } from "~/platform/day";
import { badForm, parseForm, refusedForm } from "~/platform/http/form.server";
import { pageForm } from "~/platform/http/page-form";
import { titleOf } from "~/platform/http/page-title";
import { uuidParam } from "~/platform/http/params.server";
import { readForm } from "~/platform/http/read-form.server";
import { translateCode, useLanguage, useT } from "~/platform/i18n";
import { judgeRecheck, recheckSchemaOf } from "~/reviews/judge-recheck.server";
import { findRecheck } from "~/reviews/recheck-queries.server";
import { reviewDecisions } from "~/reviews/review-decision";
import {
  Breadcrumbs,
  Button,
  ErrorSummary,
  Form,
  FormActions,
  Notice,
  PageHeader,
  RadioGroup,
  Tag,
  TextArea,
} from "~/ui";

export const loader = door("bench.watch").load(async ({ params, actor, t, language, now, heldForm }) => {
  const isLeader = !may(actor.role, "review.work");
  const recheck = await findRecheck(uuidParam(params.recheckId), actor.accountId, isLeader);
  const reader = { t, language, accountId: actor.accountId, isStaff: true, today: dayOf(now) };
  const subject = recheck && (await findRecheckSubject(recheck, reader));
  if (!recheck || !subject) throw notFound();
  const { first, ...known } = recheck;
  return {
    title: `${t("reviews:recheck.title")}: ${recheck.label}`,
    recheck: known,
    // Not even hidden in the page before the second officer has said their own.
    first: recheck.isJudged ? first : null,
    subject,
    decisions: reviewDecisions[recheck.kind],
    held: await heldForm(),
  };
});

export const action = door("review.work").act(async ({ request, params, actor, acting, language }) => {
  const id = uuidParam(params.recheckId);
  const recheck = await findRecheck(id, actor.accountId, false);
  if (!recheck) throw notFound();
  const submitted = parseForm((await readForm(request)).form, recheckSchemaOf(recheck.kind), language);
  if (!submitted.value) return badForm(submitted);
  const judged = await judgeRecheck({ id, ...submitted.value }, actor, acting);
  if (judged.ok) return redirect(`/tham-dinh/kiem-tra-lai/${id}`);
  if (judged.code === "notFound") throw notFound();
  return refusedForm(submitted, { language, namespace: "reviews", code: judged.code });
});

export const meta = titleOf;

export default function Recheck() {
  const t = useT();
  const language = useLanguage();
  const { title, recheck, first, subject, decisions, held } = useLoaderData<typeof loader>();
  const form = pageForm(useActionData<typeof action>()?.form ?? held);
  return (
    <>
      <Breadcrumbs
        label={t("reviews:recheck.crumbs")}
        items={[{ label: t("reviews:recheck.title"), href: "/tham-dinh/kiem-tra-lai" }, { label: recheck.label }]}
      />
      <PageHeader title={title} lead={recheck.enterpriseName} tags={<Tag>{t(`reviews:kind.${recheck.kind}`)}</Tag>} />
      <ErrorSummary title={t("platform:form.errors")} errors={form.errors} />
      {first && (
        <Notice tone={recheck.agrees ? "success" : "warning"} live>
          <p>
            {t(recheck.agrees ? "reviews:recheck.agrees" : "reviews:recheck.differs")}{" "}
            {t("reviews:recheck.outcome", { decision: translateCode(language, `reviews:decision.${first}`) })}
          </p>
          {recheck.comment && <p>{recheck.comment}</p>}
        </Notice>
      )}
      {recheck.isSentAgain && (
        <Notice tone="warning">
          <p>{t("reviews:recheck.sentAgain")}</p>
        </Notice>
      )}
      <RecheckSubject title={title} subject={subject}>
        {recheck.mayJudge && (
          <Form>
            <RadioGroup
              {...form.field("decision")}
              label={t("reviews:recheck.question")}
              choices={decisions.map((value) => ({ value, label: t(`reviews:decision.${value}`) }))}
              required
            />
            <TextArea
              {...form.field("comment")}
              label={t("reviews:recheck.comment")}
              hint={t("reviews:recheck.commentHint")}
              rows={3}
            />
            <FormActions>
              <Button>{t("reviews:recheck.submit")}</Button>
            </FormActions>
          </Form>
        )}
      </RecheckSubject>
    </>
  );
}
