import { json, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { parseFields, refusedAccountForm } from "~/accounts/account-form.server";
import { AccountContact, AccountFormPage, DeadLink, NewPasswordField } from "~/accounts/components/account-form";
import { accountOfLink } from "~/accounts/confirm-email.server";
import { newPasswordSchema } from "~/accounts/credentials";
import { door } from "~/accounts/door.server";
import { resetPassword } from "~/accounts/reset-password.server";
import { closeSession } from "~/accounts/session.server";
import { badForm } from "~/platform/http/form.server";
import { pageForm } from "~/platform/http/page-form";
import { titleOf } from "~/platform/http/page-title";
import { useT } from "~/platform/i18n";
import { Button, ButtonLink, FormActions } from "~/ui";

export const loader = door("open").load(async ({ params, now, t }) => {
  const account = await accountOfLink("reset-password", params.token ?? "", now);
  const title = t("accounts:reset.title");
  return json({ title, email: account?.email ?? null }, account ? 200 : 404);
});

export const action = door("open").act(async ({ request, params, url, language, acting }) => {
  const submitted = await parseFields(request, newPasswordSchema, language);
  if (!submitted.value) return badForm(submitted);
  const result = await resetPassword(params.token ?? "", submitted.value.password, acting);
  if (result.ok) {
    const cookie = await closeSession(request, acting);
    return redirect("/dang-nhap?da=mat-khau", { status: 303, headers: { "Set-Cookie": cookie } });
  }
  if (result.code === "link.dead") return redirect(url.pathname, 303);
  return refusedAccountForm(submitted, language, result.code);
});

export const meta = titleOf;

export default function ResetPassword() {
  const t = useT();
  const { email } = useLoaderData<typeof loader>();
  const form = pageForm(useActionData<typeof action>()?.form);
  if (email === null) {
    return (
      <DeadLink
        text={t("accounts:link.deadReset")}
        actions={<ButtonLink href="/quen-mat-khau">{t("accounts:forgot.title")}</ButtonLink>}
      />
    );
  }
  return (
    <AccountFormPage title={t("accounts:reset.title")} lead={t("accounts:reset.lead", { email })} form={form}>
      <AccountContact contact={email} />
      <NewPasswordField form={form} label={t("accounts:password.new")} />
      <FormActions>
        <Button>{t("accounts:reset.submit")}</Button>
      </FormActions>
    </AccountFormPage>
  );
}
