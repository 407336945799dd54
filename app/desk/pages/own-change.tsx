import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { door, notFound } from "~/accounts/door.server";
import { changeKinds } from "~/desk/change-kinds.server";
import { ChangeStatusTag } from "~/desk/components/change-status-tag";
import { OwnChange } from "~/desk/components/own-change";
import { shownFields } from "~/desk/shown-change.server";
import { memberEnterprise } from "~/enterprises/member-enterprise.server";
import { dayOf } from "~/platform/day";
import { versionField } from "~/platform/http/fields";
import { badForm, parseForm, refusedForm } from "~/platform/http/form.server";
import { pageForm } from "~/platform/http/page-form";
import { titleOf } from "~/platform/http/page-title";
import { uuidParam } from "~/platform/http/params.server";
import { readForm } from "~/platform/http/read-form.server";
import { useT } from "~/platform/i18n";
import { findChange } from "~/reviews/change-queries.server";
import { diffOf } from "~/reviews/proposed-change";
import { withdrawChange } from "~/reviews/withdraw-change.server";
import { Breadcrumbs, ErrorSummary, PageHeader, Stack } from "~/ui";

export const loader = door("enterprise.manage").load(async (visit) => {
  const enterprise = await memberEnterprise(visit);
  const { t, language, actor, now, params } = visit;
  const change = await findChange(uuidParam(params.changeId));
  if (!change || change.enterpriseId !== enterprise.id) throw notFound();
  const { kind, before, after } = change;
  const reader = { t, language, accountId: actor.accountId, isStaff: false, today: dayOf(now) };
  return {
    title: t(`desk:change.title.${kind}`, { label: change.label }),
    enterprise: { id: enterprise.id, name: enterprise.name },
    subjectPath: changeKinds[kind].path(enterprise.id, change.subjectId),
    change,
    fields: await shownFields(kind, diffOf(before, after), reader),
  };
});

const withdrawSchema = z.object({ version: versionField });

export const action = door("enterprise.manage").act(async (visit) => {
  const enterprise = await memberEnterprise(visit);
  const { language, actor, acting, params } = visit;
  const changeId = uuidParam(params.changeId);
  const { form, dispose } = await readForm(visit.request);
  await dispose();
  const submitted = parseForm(form, withdrawSchema, language);
  if (!submitted.value) return badForm(submitted);
  const place = { changeId, enterpriseId: enterprise.id, version: submitted.value.version };
  const withdrawn = await withdrawChange(place, actor, acting);
  if (!withdrawn.ok) {
    if (withdrawn.code === "notFound") throw notFound();
    return refusedForm(submitted, { language, namespace: "desk", code: withdrawn.code });
  }
  return redirect(`/quan-ly/${enterprise.id}/de-xuat/${changeId}`, 303);
});

export const meta = titleOf;

export default function OwnChangePage() {
  const { title, enterprise, subjectPath, change, fields } = useLoaderData<typeof loader>();
  const form = pageForm(useActionData<typeof action>()?.form);
  const t = useT();
  return (
    <>
      <Breadcrumbs
        label={t("enterprises:crumbs")}
        items={[
          { label: enterprise.name, href: `/quan-ly/${enterprise.id}` },
          { label: change.label, href: subjectPath },
          { label: t("desk:change.crumb") },
        ]}
      />
      <PageHeader title={title} tags={<ChangeStatusTag status={change.status} />} />
      <Stack>
        <ErrorSummary title={t("platform:form.errors")} errors={form.errors} />
        <OwnChange change={change} fields={fields} />
      </Stack>
    </>
  );
}
