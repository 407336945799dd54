import { json, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { parseFields, refusedAccountForm } from "~/accounts/account-form.server";
import { AccountFormPage, DeadLink, EmailField, NameField, NewPasswordField } from "~/accounts/components/account-form";
import { signUpSchema } from "~/accounts/credentials";
import { door } from "~/accounts/door.server";
import { openSession } from "~/accounts/session.server";
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
  const submitted = await parseFields(request, signUpSchema, language);
  if (!submitted.value) return badForm(submitted);
  const result = await setUpPortal(params.token ?? "", { ...submitted.value, language }, acting);
  if (result.ok) {
    const cookie = await openSession(request, result.value, acting);
    return redirect("/ban-lam-viec", { status: 303, headers: { "Set-Cookie": cookie } });
  }
  if (result.code === "link.dead") return redirect(url.pathname, 303);
  return refusedAccountForm(submitted, language, result.code);
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
      <EmailField form={form} autoComplete="username" />
      <NewPasswordField form={form} label={t("accounts:password.label")} />
      <FormActions>
        <Button>{t("accounts:setUp.submit")}</Button>
      </FormActions>
    </AccountFormPage>
  );
}
