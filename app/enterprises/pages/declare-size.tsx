import { randomUUID } from "node:crypto";
import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { DraftActions, DraftForm } from "~/accounts/components/draft-form";
import { door, notFound } from "~/accounts/door.server";
import { SizeFields } from "~/enterprises/components/size-fields";
import { SizeRule } from "~/enterprises/components/size-rule";
import { declareSize } from "~/enterprises/declare-size.server";
import { declareSizeSchema } from "~/enterprises/enterprise-form";
import { memberEnterprise } from "~/enterprises/member-enterprise.server";
import { declarableYears } from "~/enterprises/size-declaration";
import { dayOf } from "~/platform/day";
import { badForm, parseForm, refusedForm } from "~/platform/http/form.server";
import { pageForm } from "~/platform/http/page-form";
import { titleOf } from "~/platform/http/page-title";
import { readForm } from "~/platform/http/read-form.server";
import { useT } from "~/platform/i18n";
import { Breadcrumbs, ErrorSummary, Fieldset, HiddenField, PageHeader, Section, Stack } from "~/ui";

export const loader = door("enterprise.manage").load(async (visit) => {
  const { id, name, sector, size } = await memberEnterprise(visit);
  return {
    title: visit.t("enterprises:declare.title"),
    enterprise: { id, name, sector, size },
    id: randomUUID(),
    years: declarableYears(dayOf(visit.now)),
    draft: await visit.draft(),
  };
});

export const action = door("enterprise.manage").act(async (visit) => {
  const { id } = await memberEnterprise(visit);
  const { language, actor, acting, now } = visit;
  const { form, dispose } = await readForm(visit.request);
  await dispose();
  const submitted = parseForm(form, declareSizeSchema(dayOf(now)), language);
  if (!submitted.value) return badForm(submitted);
  const done = await declareSize(id, submitted.value, actor, acting);
  if (done.ok) {
    await visit.dropDraft();
    return redirect(`/quan-ly/${id}?da=quy-mo`, 303);
  }
  if (done.code === "notFound") throw notFound();
  return refusedForm(submitted, { language, namespace: "enterprises", code: done.code });
});

export const meta = titleOf;

export default function DeclareSize() {
  const { enterprise, id, years, draft } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useT();
  const form = pageForm(answer?.form ?? draft.state, { id });
  return (
    <>
      <Breadcrumbs
        label={t("enterprises:crumbs")}
        items={[
          { label: enterprise.name, href: `/quan-ly/${enterprise.id}` },
          { label: t("enterprises:declare.title") },
        ]}
      />
      <PageHeader title={t("enterprises:declare.title")} lead={t("enterprises:declare.lead")} />
      <Stack gap="loose">
        <DraftForm draft={draft} answered={answer !== undefined}>
          <ErrorSummary title={t("platform:form.errors")} errors={form.errors} />
          <HiddenField name="id" value={form.value("id") ?? id} />
          <Fieldset legend={t("enterprises:form.figures")} id="size" hint={t("enterprises:form.figuresHint")}>
            <SizeFields form={form} years={years} />
          </Fieldset>
          <DraftActions submit={t("enterprises:declare.submit")} cancel={`/quan-ly/${enterprise.id}`} />
        </DraftForm>
        <Section title={t("enterprises:declare.now")}>
          <SizeRule size={enterprise.size} sector={enterprise.sector} />
        </Section>
      </Stack>
    </>
  );
}
