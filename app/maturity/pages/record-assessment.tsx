import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { DraftActions, DraftForm } from "~/accounts/components/draft-form";
import { door, notFound } from "~/accounts/door.server";
import { belongsTo } from "~/accounts/membership-queries.server";
import { maturityLevels, schemeVersionCodes } from "~/maturity/assessment";
import { assessmentFormSchema } from "~/maturity/assessment-form";
import { findAssessedEnterprise, listAssessments } from "~/maturity/assessment-queries.server";
import { AssessmentList } from "~/maturity/components/assessment-list";
import { useLevelWords } from "~/maturity/components/level-words";
import { recordAssessment } from "~/maturity/record-assessment.server";
import { badForm, parseForm, refusedForm } from "~/platform/http/form.server";
import { pageForm } from "~/platform/http/page-form";
import { titleOf } from "~/platform/http/page-title";
import { uuidParam } from "~/platform/http/params.server";
import { readForm } from "~/platform/http/read-form.server";
import { useT } from "~/platform/i18n";
import {
  Breadcrumbs,
  DayField,
  ErrorSummary,
  HiddenField,
  Notice,
  PageHeader,
  RadioGroup,
  Section,
  SelectField,
  Stack,
  TextField,
} from "~/ui";

export const loader = door("assessment.record").load(async ({ params, actor, t, url, draft }) => {
  const enterprise = await findAssessedEnterprise(uuidParam(params.enterpriseId));
  if (!enterprise) throw notFound();
  return {
    title: t("maturity:record.title", { name: enterprise.name }),
    id: crypto.randomUUID(),
    enterprise,
    assessments: await listAssessments(enterprise.id),
    isOwn: await belongsTo(actor.accountId, enterprise.id),
    isDone: url.searchParams.has("da"),
    draft: await draft(),
  };
});

export const action = door("assessment.record").act(async ({ request, params, actor, acting, language, dropDraft }) => {
  const enterpriseId = uuidParam(params.enterpriseId);
  const submitted = parseForm((await readForm(request)).form, assessmentFormSchema, language);
  if (!submitted.value) return badForm(submitted);
  const recorded = await recordAssessment({ enterpriseId, form: submitted.value }, actor, acting);
  if (!recorded.ok) {
    if (recorded.code === "notFound") throw notFound();
    return refusedForm(submitted, { language, namespace: "maturity", code: recorded.code });
  }
  await dropDraft();
  return redirect(`/tham-dinh/danh-gia/${enterpriseId}?da=ghi`);
});

export const meta = titleOf;

export default function RecordAssessment() {
  const t = useT();
  const levelWords = useLevelWords();
  const { title, id, enterprise, assessments, isOwn, isDone, draft } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const form = pageForm(answer?.form ?? draft.state, { schemeVersion: schemeVersionCodes[0] });
  const enterpriseHref = `/so/co-so/${enterprise.id}`;
  return (
    <>
      <Breadcrumbs
        label={t("maturity:breadcrumbs")}
        items={[
          { label: t("maturity:register"), href: "/so/co-so" },
          { label: enterprise.name, href: enterpriseHref },
          { label: t("maturity:title") },
        ]}
      />
      <PageHeader title={title} lead={t("maturity:record.lead")} />
      <ErrorSummary title={t("platform:form.errors")} errors={form.errors} />
      {isDone && form.errors.length === 0 && (
        <Notice tone="success" live>
          <p>{t("maturity:record.done")}</p>
        </Notice>
      )}
      <Stack gap="loose">
        {isOwn ? (
          <Notice tone="warning">
            <p>{t("platform:refusal.ownEnterprise")}</p>
          </Notice>
        ) : (
          <DraftForm draft={draft} answered={answer !== undefined || isDone}>
            <HiddenField name="id" value={form.value("id") ?? id} />
            <SelectField
              {...form.field("schemeVersion")}
              label={t("maturity:field.schemeVersion")}
              options={schemeVersionCodes.map((code) => ({ value: code, label: t(`maturity:version.${code}`) }))}
              required
            />
            <RadioGroup
              {...form.field("level")}
              label={t("maturity:field.level")}
              choices={maturityLevels.map((level) => ({ value: String(level), label: levelWords(level) }))}
              required
            />
            <DayField
              {...form.field("assessedOn")}
              label={t("maturity:field.assessedOn")}
              hint={t("platform:form.dayHint")}
              required
            />
            <TextField
              {...form.field("source")}
              label={t("maturity:field.source")}
              hint={t("maturity:field.sourceHint")}
              autoComplete="off"
              required
            />
            <DraftActions submit={t("maturity:record.submit")} cancel={enterpriseHref} />
          </DraftForm>
        )}
        <Section title={t("maturity:record.former")}>
          <AssessmentList assessments={assessments} />
        </Section>
      </Stack>
    </>
  );
}
