import { json, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { DraftActions, DraftForm } from "~/accounts/components/draft-form";
import { door, notFound } from "~/accounts/door.server";
import type { AreaFormReply } from "~/areas/area-choice";
import { areaLabel } from "~/areas/area-label";
import { chooseArea } from "~/areas/choose-area.server";
import { IdentityFields, PlaceFields } from "~/enterprises/components/enterprise-fields";
import { phoneAsWritten } from "~/enterprises/contact";
import { editEnterprise } from "~/enterprises/edit-enterprise.server";
import { editEnterpriseSchema } from "~/enterprises/enterprise-form";
import { memberEnterprise } from "~/enterprises/member-enterprise.server";
import { parseForm, refusedForm } from "~/platform/http/form.server";
import { pageForm } from "~/platform/http/page-form";
import { titleOf } from "~/platform/http/page-title";
import { readForm } from "~/platform/http/read-form.server";
import { useT } from "~/platform/i18n";
import { Breadcrumbs, ErrorSummary, Fieldset, HiddenField, PageHeader } from "~/ui";

export const loader = door("enterprise.manage").load(async (visit) => {
  const enterprise = await memberEnterprise(visit);
  const { id, name, legalForm, sector, area, address, phone, website, version } = enterprise;
  return {
    title: visit.t("enterprises:edit.title"),
    id,
    name,
    defaults: {
      name,
      legalForm,
      sector,
      area: areaLabel(area, visit.t),
      address,
      phone: phone && phoneAsWritten(phone),
      website,
      version,
    },
    draft: await visit.draft(version),
  };
});

export const action = door("enterprise.manage").act(async (visit) => {
  const { id } = await memberEnterprise(visit);
  const { language, t, actor, acting } = visit;
  const { form, dispose } = await readForm(visit.request);
  await dispose();
  const submitted = parseForm(form, editEnterpriseSchema, language);
  const { areaId, candidates, errors } = await chooseArea(form, t);
  if (!submitted.value || !areaId) return json<AreaFormReply>({ form: submitted.state(errors), candidates }, 400);
  const done = await editEnterprise(id, { ...submitted.value, areaId }, actor, acting);
  if (done.ok) {
    await visit.dropDraft();
    return redirect(`/quan-ly/${id}?da=sua`, 303);
  }
  if (done.code === "notFound") throw notFound();
  return refusedForm(submitted, { language, namespace: "enterprises", code: done.code });
});

export const meta = titleOf;

export default function EditEnterprise() {
  const { id, name, defaults, draft } = useLoaderData<typeof loader>();
  const answer = useActionData<AreaFormReply>();
  const t = useT();
  const form = pageForm(answer?.form ?? draft.state, defaults);
  const candidates = answer?.candidates ?? [];
  return (
    <>
      <Breadcrumbs
        label={t("enterprises:crumbs")}
        items={[{ label: name, href: `/quan-ly/${id}` }, { label: t("enterprises:edit.title") }]}
      />
      <PageHeader title={t("enterprises:edit.title")} lead={t("enterprises:edit.taxCodeFixed")} />
      <DraftForm draft={draft} answered={answer !== undefined}>
        <ErrorSummary title={t("platform:form.errors")} errors={form.errors} />
        <HiddenField name="version" value={form.value("version") ?? ""} />
        <Fieldset legend={t("enterprises:form.identity")} id="identity">
          <IdentityFields form={form} />
        </Fieldset>
        <Fieldset legend={t("enterprises:form.place")} id="place">
          <PlaceFields form={form} candidates={candidates} />
        </Fieldset>
        <DraftActions submit={t("enterprises:edit.submit")} cancel={`/quan-ly/${id}`} />
      </DraftForm>
    </>
  );
}
