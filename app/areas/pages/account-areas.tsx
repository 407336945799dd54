import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { changeAccountAreas } from "~/accounts/account-areas.server";
import { findAccount } from "~/accounts/account-queries.server";
import { door, notFound } from "~/accounts/door.server";
import { listAccountAreas } from "~/areas/account-area-queries.server";
import { areaLabel } from "~/areas/area-label";
import { AreasField } from "~/areas/components/areas-field";
import { areasField, readAreas } from "~/areas/read-areas.server";
import { badForm, parseForm, refusedForm } from "~/platform/http/form.server";
import { pageForm } from "~/platform/http/page-form";
import { titleOf } from "~/platform/http/page-title";
import { uuidParam } from "~/platform/http/params.server";
import { readForm } from "~/platform/http/read-form.server";
import { useT } from "~/platform/i18n";
import { Breadcrumbs, Button, ErrorSummary, Form, FormActions, PageHeader } from "~/ui";

export const loader = door("account.administer").load(async ({ params, t }) => {
  const account = await findAccount(uuidParam(params.accountId));
  if (account?.role !== "digital-team") throw notFound();
  const areas = await listAccountAreas(account.id);
  return {
    title: t("areas:team.areas"),
    account: { id: account.id, name: account.name },
    areas: areas.map((area) => areaLabel(area, t)).join("\n"),
  };
});

export const action = door("account.administer").act(async ({ request, params, actor, acting, language, t }) => {
  const accountId = uuidParam(params.accountId);
  const submitted = parseForm((await readForm(request)).form, z.object({ areas: areasField }), language);
  if (!submitted.value) return badForm(submitted);
  const { areaIds, unread } = await readAreas(submitted.value.areas);
  if (unread.length > 0) return badForm(submitted, { areas: [t("areas:areas.unread", { names: unread.join("; ") })] });
  const changed = await changeAccountAreas({ accountId, areaIds }, actor, acting);
  if (changed.ok) return redirect(`/quan-tri/tai-khoan/${accountId}?da=luu`, 303);
  if (changed.code === "notFound") throw notFound();
  return refusedForm(submitted, { language, namespace: "areas", code: changed.code });
});

export const meta = titleOf;

export default function AccountAreas() {
  const t = useT();
  const { account, areas } = useLoaderData<typeof loader>();
  const form = pageForm(useActionData<typeof action>()?.form, { areas });
  return (
    <>
      <Breadcrumbs
        label={t("accounts:edit.here")}
        items={[{ href: `/quan-tri/tai-khoan/${account.id}`, label: account.name }, { label: t("areas:team.areas") }]}
      />
      <PageHeader title={t("areas:team.areas")} lead={t("areas:team.lead")} />
      <ErrorSummary title={t("platform:form.errors")} errors={form.errors} />
      <Form>
        <AreasField form={form} />
        <FormActions>
          <Button>{t("areas:team.save")}</Button>
        </FormActions>
      </Form>
    </>
  );
}
