import { randomUUID } from "node:crypto";
import { useActionData, useLoaderData } from "@remix-run/react";
import { DraftActions, DraftForm } from "~/accounts/components/draft-form";
import { door } from "~/accounts/door.server";
import type { AreaFormReply } from "~/areas/area-choice";
import { AssistedFields } from "~/assistance/components/assisted-fields";
import { saveAssistedForm } from "~/assistance/save-assisted-form.server";
import { declarableYears } from "~/enterprises/size-declaration";
import { dayOf } from "~/platform/day";
import { pageForm } from "~/platform/http/page-form";
import { titleOf } from "~/platform/http/page-title";
import { useT } from "~/platform/i18n";
import { Breadcrumbs, ErrorSummary, HiddenField, PageHeader } from "~/ui";

export const loader = door("registration.assist").load(async ({ now, t, draft }) => ({
  title: t("assistance:start.title"),
  id: randomUUID(),
  years: declarableYears(dayOf(now)),
  draft: await draft(),
}));

export const action = door("registration.assist").act((visit) => saveAssistedForm(visit, 0));

export const meta = titleOf;

export default function StartAssisted() {
  const t = useT();
  const { id, years, draft } = useLoaderData<typeof loader>();
  const answer = useActionData<AreaFormReply>();
  const form = pageForm(answer?.form ?? draft.state, { id });
  return (
    <>
      <Breadcrumbs
        label={t("assistance:crumbs")}
        items={[{ label: t("assistance:list.title"), href: "/ho-tro" }, { label: t("assistance:start.title") }]}
      />
      <PageHeader title={t("assistance:start.title")} lead={t("assistance:start.lead")} />
      <DraftForm draft={draft} answered={answer !== undefined}>
        <ErrorSummary title={t("platform:form.errors")} errors={form.errors} />
        <HiddenField name="id" value={form.value("id") ?? id} />
        <HiddenField name="version" value={0} />
        <AssistedFields form={form} candidates={answer?.candidates ?? []} years={years} />
        <DraftActions submit={t("assistance:start.submit")} cancel="/ho-tro" />
      </DraftForm>
    </>
  );
}
