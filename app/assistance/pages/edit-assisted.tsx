import { useActionData, useLoaderData } from "@remix-run/react";
import { DraftActions, DraftForm } from "~/accounts/components/draft-form";
import { door, notFound } from "~/accounts/door.server";
import type { AreaFormReply } from "~/areas/area-choice";
import { AssistedFields } from "~/assistance/components/assisted-fields";
import { ownAssisted } from "~/assistance/own-assisted.server";
import { saveAssistedForm } from "~/assistance/save-assisted-form.server";
import { declarableYears } from "~/enterprises/size-declaration";
import { dayOf } from "~/platform/day";
import { pageForm } from "~/platform/http/page-form";
import { titleOf } from "~/platform/http/page-title";
import { useT } from "~/platform/i18n";
import { Breadcrumbs, ErrorSummary, HiddenField, PageHeader } from "~/ui";

export const loader = door("registration.assist").load(async (visit) => {
  const { id, version, status, enterprise } = await ownAssisted(visit);
  if (status !== "open" || !enterprise) throw notFound();
  return {
    title: visit.t("assistance:edit.title"),
    id,
    version,
    enterprise,
    years: declarableYears(dayOf(visit.now)),
    draft: await visit.draft(version),
  };
});

export const action = door("registration.assist").act(async (visit) => {
  const { id, version, status, enterprise } = await ownAssisted(visit);
  if (status !== "open" || !enterprise) throw notFound();
  return saveAssistedForm(visit, version, id);
});

export const meta = titleOf;

export default function EditAssisted() {
  const t = useT();
  const { id, version, enterprise, years, draft } = useLoaderData<typeof loader>();
  const answer = useActionData<AreaFormReply>();
  const form = pageForm(answer?.form ?? draft.state ?? { values: enterprise, errors: {} });
  return (
    <>
      <Breadcrumbs
        label={t("assistance:crumbs")}
        items={[
          { label: t("assistance:list.title"), href: "/ho-tro" },
          { label: t("assistance:edit.title"), href: `/ho-tro/${id}` },
        ]}
      />
      <PageHeader title={t("assistance:edit.title")} />
      <DraftForm draft={draft} answered={answer !== undefined}>
        <ErrorSummary title={t("platform:form.errors")} errors={form.errors} />
        <HiddenField name="version" value={answer?.form.values.version?.[0] ?? version} />
        <AssistedFields form={form} candidates={answer?.candidates ?? []} years={years} />
        <DraftActions submit={t("assistance:edit.submit")} cancel={`/ho-tro/${id}`} />
      </DraftForm>
    </>
  );
}
