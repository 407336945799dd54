import { randomUUID } from "node:crypto";
import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { ContactField } from "~/accounts/components/account-form";
import { contactField } from "~/accounts/contact";
import { door, notFound } from "~/accounts/door.server";
import { inviteStaff } from "~/accounts/invite-staff.server";
import { AreasField } from "~/areas/components/areas-field";
import { areasField, readAreas } from "~/areas/read-areas.server";
import { badForm, parseForm, refusedForm } from "~/platform/http/form.server";
import { pageForm } from "~/platform/http/page-form";
import { titleOf } from "~/platform/http/page-title";
import { readForm } from "~/platform/http/read-form.server";
import { languages, useT } from "~/platform/i18n";
import { Breadcrumbs, Button, ErrorSummary, Form, FormActions, HiddenField, PageHeader, RadioGroup } from "~/ui";

const schema = z.object({ id: z.uuid(), contact: contactField, areas: areasField, language: z.enum(languages) });

export const loader = door("account.administer").load(async ({ t, heldForm }) => ({
  title: t("areas:team.invite"),
  id: randomUUID(),
  held: await heldForm(),
}));

export const action = door("account.administer").act(async ({ request, actor, acting, language, t }) => {
  const submitted = parseForm((await readForm(request)).form, schema, language);
  if (!submitted.value) return badForm(submitted);
  const { areas, ...invited } = submitted.value;
  const { areaIds, unread } = await readAreas(areas);
  if (unread.length > 0) return badForm(submitted, { areas: [t("areas:areas.unread", { names: unread.join("; ") })] });
  const result = await inviteStaff({ ...invited, role: "digital-team", areaIds }, actor, acting);
  if (result.ok) return redirect("/quan-tri/loi-moi?da=gui", 303);
  if (result.code === "notFound") throw notFound();
  const namespace = result.code === "areas.missing" ? "areas" : "accounts";
  return refusedForm(submitted, { language, namespace, code: result.code });
});

export const meta = titleOf;

export default function InviteDigitalTeam() {
  const t = useT();
  const { id, held } = useLoaderData<typeof loader>();
  const form = pageForm(useActionData<typeof action>()?.form ?? held, { id, language: "vi" });
  return (
    <>
      <Breadcrumbs
        label={t("accounts:edit.here")}
        items={[{ href: "/quan-tri/loi-moi", label: t("accounts:invite.title") }, { label: t("areas:team.invite") }]}
      />
      <PageHeader title={t("areas:team.invite")} lead={t("areas:team.lead")} />
      <ErrorSummary title={t("platform:form.errors")} errors={form.errors} />
      <Form>
        <HiddenField name="id" value={form.value("id") ?? id} />
        <ContactField form={form} />
        <AreasField form={form} />
        <RadioGroup
          {...form.field("language")}
          label={t("accounts:mailLanguage.label")}
          inline
          choices={languages.map((value) => ({ value, label: t(`accounts:language.${value}`) }))}
        />
        <FormActions>
          <Button>{t("accounts:invite.submit")}</Button>
        </FormActions>
      </Form>
    </>
  );
}
