import { json } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { parseFields } from "~/accounts/account-form.server";
import { AccountContact, AccountFormPage, DeadLink } from "~/accounts/components/account-form";
import { accountOfLink, confirmEmail } from "~/accounts/confirm-email.server";
import { newPasswordSchema } from "~/accounts/credentials";
import { door } from "~/accounts/door.server";
import { enterByLink } from "~/accounts/enter-by-link.server";
import { badForm } from "~/platform/http/form.server";
import { pageForm } from "~/platform/http/page-form";
import { titleOf } from "~/platform/http/page-title";
import { useT } from "~/platform/i18n";
import { Button, ButtonLink, FormActions, TextField } from "~/ui";

// Looking changes nothing: mail scanners open every link before its reader does.
export const loader = door("open").load(async ({ params, now, t }) => {
  const account = await accountOfLink("confirm-email", params.token ?? "", now);
  const title = t("accounts:confirm.title");
  return json({ title, account: account ?? null }, account ? 200 : 404);
});

export const action = door("open").act(async ({ request, params, url, language, acting }) => {
  const submitted = await parseFields(request, newPasswordSchema, language);
  if (!submitted.value) return badForm(submitted);
  const confirmed = await confirmEmail(params.token ?? "", submitted.value.password, acting);
  return enterByLink(confirmed, submitted, { request, url, language, acting });
});

export const meta = titleOf;

export default function ConfirmEmail() {
  const t = useT();
  const { account } = useLoaderData<typeof loader>();
  const form = pageForm(useActionData<typeof action>()?.form);
  if (!account) {
    return (
      <DeadLink
        text={t("accounts:link.deadConfirm")}
        actions={<ButtonLink href="/dang-nhap">{t("accounts:signIn.title")}</ButtonLink>}
      />
    );
  }
  const { name, email } = account;
  return (
    <AccountFormPage
      title={t("accounts:confirm.title")}
      lead={t("accounts:confirm.lead", { name, email })}
      notice={
        <div className="ui-prose">
          <p>{t("accounts:confirm.text")}</p>
        </div>
      }
      form={form}
      after={
        <p>
          <a href="/quen-mat-khau">{t("accounts:confirm.forgot")}</a>
        </p>
      }
    >
      <AccountContact contact={email} />
      <TextField
        {...form.field("password")}
        type="password"
        label={t("accounts:password.label")}
        hint={t("accounts:confirm.passwordHint")}
        autoComplete="current-password"
        maxLength={1_000}
        required
      />
      <FormActions>
        <Button>{t("accounts:confirm.submit")}</Button>
      </FormActions>
    </AccountFormPage>
  );
}
