import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { may } from "~/accounts/access";
import { door, notFound } from "~/accounts/door.server";
import { findSubmittedCertificate } from "~/certification/certificate-queries.server";
import { CertificateFacts } from "~/certification/components/certificate-facts";
import { ScanView } from "~/certification/components/scan-view";
import { scanPages } from "~/certification/scan-pictures.server";
import { badForm, parseForm, refusedForm } from "~/platform/http/form.server";
import { pageForm } from "~/platform/http/page-form";
import { titleOf } from "~/platform/http/page-title";
import { uuidParam } from "~/platform/http/params.server";
import { readForm } from "~/platform/http/read-form.server";
import { translateCode, useLanguage, useT } from "~/platform/i18n";
import { judgeRecheck, recheckDecisions, recheckSchema } from "~/reviews/judge-recheck.server";
import { findRecheck } from "~/reviews/recheck-queries.server";
import {
  Breadcrumbs,
  Button,
  ErrorSummary,
  Form,
  FormActions,
  Notice,
  PageHeader,
  RadioGroup,
  Split,
  Stack,
  TextArea,
} from "~/ui";

export const loader = door("bench.watch").load(async ({ params, actor, t, heldForm }) => {
  const isLeader = !may(actor.role, "review.work");
  const recheck = await findRecheck(uuidParam(params.recheckId), actor.accountId, isLeader);
  const certificate = recheck && (await findSubmittedCertificate(recheck.subjectId));
  if (!recheck || !certificate) throw notFound();
  const { first, ...known } = recheck;
  return {
    title: `${t("reviews:recheck.title")}: ${recheck.label}`,
    recheck: known,
    // Not even hidden in the page before the second officer has said their own.
    first: recheck.isJudged ? first : null,
    certificate,
    decisions: recheckDecisions,
    pages: await scanPages(certificate.scan?.id, actor.accountId, true),
    held: await heldForm(),
  };
});

export const action = door("review.work").act(async ({ request, params, actor, acting, language }) => {
  const id = uuidParam(params.recheckId);
  const submitted = parseForm((await readForm(request)).form, recheckSchema, language);
  if (!submitted.value) return badForm(submitted);
  const judged = await judgeRecheck({ id, ...submitted.value }, actor, acting);
  if (judged.ok) return redirect(`/tham-dinh/kiem-tra-lai/${id}`);
  if (judged.code === "notFound") throw notFound();
  return refusedForm(submitted, { language, namespace: "reviews", code: judged.code });
});

export const meta = titleOf;

export default function RecheckCertificate() {
  const t = useT();
  const language = useLanguage();
  const { title, recheck, first, certificate, decisions, pages, held } = useLoaderData<typeof loader>();
  const form = pageForm(useActionData<typeof action>()?.form ?? held);
  return (
    <>
      <Breadcrumbs
        label={t("reviews:recheck.crumbs")}
        items={[{ label: t("reviews:recheck.title"), href: "/tham-dinh/kiem-tra-lai" }, { label: recheck.label }]}
      />
      <PageHeader title={title} lead={certificate.enterpriseName} />
      <ErrorSummary title={t("platform:form.errors")} errors={form.errors} />
      {first && (
        <Notice tone={recheck.agrees ? "success" : "warning"} live>
          <p>
            {t(recheck.agrees ? "reviews:recheck.agrees" : "reviews:recheck.differs")}{" "}
            {t("reviews:recheck.outcome", { decision: translateCode(language, `reviews:recheck.decision.${first}`) })}
          </p>
          {recheck.comment && <p>{recheck.comment}</p>}
        </Notice>
      )}
      <Split side="even" aside={<ScanView scan={certificate.scan} pages={pages} />}>
        <Stack>
          <CertificateFacts certificate={certificate} />
          {recheck.mayJudge && (
            <Form>
              <RadioGroup
                {...form.field("decision")}
                label={t("reviews:recheck.question")}
                choices={decisions.map((value) => ({ value, label: t(`reviews:recheck.decision.${value}`) }))}
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
        </Stack>
      </Split>
    </>
  );
}
