import { randomUUID } from "node:crypto";
import { json, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { DraftForm, SaveDraftButton } from "~/accounts/components/draft-form";
import { door } from "~/accounts/door.server";
import type { AreaFormReply } from "~/areas/area-choice";
import { chooseArea } from "~/areas/choose-area.server";
import { RegistrationFields } from "~/enterprises/components/registration-fields";
import { registerEnterpriseSchema } from "~/enterprises/enterprise-form";
import { registerEnterprise } from "~/enterprises/register-enterprise.server";
import { declarableYears } from "~/enterprises/size-declaration";
import { dayOf } from "~/platform/day";
import { parseForm, refusedForm } from "~/platform/http/form.server";
import { pageForm } from "~/platform/http/page-form";
import { titleOf } from "~/platform/http/page-title";
import { readForm } from "~/platform/http/read-form.server";
import { useT } from "~/platform/i18n";
import { Button, ErrorSummary, FormActions, HiddenField, PageHeader } from "~/ui";

export const loader = door("enterprise.register").load(async ({ draft, now, t }) => ({
  title: t("enterprises:register.title"),
  id: randomUUID(),
  years: declarableYears(dayOf(now)),
  draft: await draft(),
}));

export const action = door("enterprise.register").act(
  async ({ request, actor, acting, language, now, t, dropDraft }) => {
    const { form, dispose } = await readForm(request);
    await dispose();
    const submitted = parseForm(form, registerEnterpriseSchema(dayOf(now)), language);
    const { areaId, candidates, errors } = await chooseArea(form, t);
    if (!submitted.value || !areaId) return json<AreaFormReply>({ form: submitted.state(errors), candidates }, 400);
    const done = await registerEnterprise({ ...submitted.value, areaId }, actor, acting);
    if (!done.ok) return refusedForm(submitted, { language, namespace: "enterprises", code: done.code });
    await dropDraft();
    return redirect(`/quan-ly/${done.value.id}?da=dang-ky`, 303);
  },
);

export const meta = titleOf;

export default function RegisterEnterprise() {
  const { id, years, draft } = useLoaderData<typeof loader>();
  const answer = useActionData<AreaFormReply>();
  const t = useT();
  const form = pageForm(answer?.form ?? draft.state, { id });
  return (
    <>
      <PageHeader title={t("enterprises:register.title")} lead={t("enterprises:register.lead")} />
      <DraftForm draft={draft} answered={answer !== undefined}>
        <ErrorSummary title={t("platform:form.errors")} errors={form.errors} />
        <HiddenField name="id" value={form.value("id") ?? id} />
        <RegistrationFields form={form} candidates={answer?.candidates ?? []} years={years} />
        <FormActions>
          <Button>{t("enterprises:register.submit")}</Button>
          <SaveDraftButton />
        </FormActions>
      </DraftForm>
    </>
  );
}
