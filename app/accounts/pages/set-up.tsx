import { json } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { parseFields } from "~/accounts/account-form.server";
import { AccountFormPage, DeadLink, EmailField, NameField, NewPasswordField } from "~/accounts/components/account-form";
import { setUpSchema } from "~/accounts/credentials";
import { door } from "~/accounts/door.server";
import { enterByLink } from "~/accounts/enter-by-link.server";
import { maySetUp, setUpPortal } from "~/accounts/set-up-portal.server";
import { badForm } from "~/platform/http/form.server";
import { pageForm } from "~/platform/http/page-form";
import { titleOf } from "~/platform/http/page-title";
import { useT } from "~/platform/i18n";
import { Button, ButtonLink, FormActions } from "~/ui";

export const loader = door("open").load(async ({ params, now, t }) => {
  const isOpen = await maySetUp(params.token ?? "", now);
  return json({ title: t("accounts:setUp.title"), isOpen }, isOpen ? 200 : 404);
});

export const action = door("open").act(async ({ request, params, url, language, acting }) => {
  const submitted = await parseFields(request, setUpSchema, language);
  if (!submitted.value) return badForm(submitted);
  const opened = await setUpPortal(params.token ?? "", { ...submitted.value, language }, acting);
  return enterByLink(opened, submitted, { request, url, language, acting });
});

export const meta = titleOf;

export default function SetUp() {
  const t = useT();
  const { isOpen } = useLoaderData<typeof loader>();
  const form = pageForm(useActionData<typeof action>()?.form);
  if (!isOpen) {
    return (
      <DeadLink
        text={t("accounts:link.deadSetUp")}
        actions={<ButtonLink href="/dang-nhap">{t("accounts:signIn.title")}</ButtonLink>}
      />
    );
  }
  return (
    <AccountFormPage title={t("accounts:setUp.title")} lead={t("accounts:setUp.lead")} form={form}>
      <NameField form={form} />
      <EmailField form={form} />
      <NewPasswordField form={form} label={t("accounts:password.label")} />
      <FormActions>
        <Button>{t("accounts:setUp.submit")}</Button>
      </FormActions>
    </AccountFormPage>
  );
}
