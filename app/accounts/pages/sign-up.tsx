import { json, redirect } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { parseFields, refusedAccountForm } from "~/accounts/account-form.server";
import { AccountFormPage, ContactField, NameField, NewPasswordField } from "~/accounts/components/account-form";
import { MailSent } from "~/accounts/components/mail-sent";
import { signUpSchema } from "~/accounts/credentials";
import { door } from "~/accounts/door.server";
import { signUp } from "~/accounts/sign-up.server";
import { badForm, type FormReply } from "~/platform/http/form.server";
import { pageForm } from "~/platform/http/page-form";
import { titleOf } from "~/platform/http/page-title";
import { useT } from "~/platform/i18n";
import { Button, FormActions } from "~/ui";

export const loader = door("open").load(({ actor, t }) => {
  if (actor) throw redirect("/ban-lam-viec");
  return { title: t("accounts:signUp.title") };
});

type Reply = Partial<FormReply> & { sent?: true };

export const action = door("open").act(async ({ request, language, clientAddress, acting }) => {
  const submitted = await parseFields(request, signUpSchema, language);
  if (!submitted.value) return badForm(submitted);
  const { name, contact, password } = submitted.value;
  const result = await signUp({ name, ...contact, password, language }, clientAddress, acting);
  if (!result.ok) return refusedAccountForm(submitted, language, result.code);
  return result.value === null ? json<Reply>({ sent: true }) : redirect(`/xac-nhan-so/${result.value}`, 303);
});

export const meta = titleOf;

export default function SignUp() {
  const t = useT();
  const reply = useActionData<typeof action>() as Reply | undefined;
  if (reply?.sent) return <MailSent text={t("accounts:sent.confirm")} />;
  const form = pageForm(reply?.form);
  return (
    <AccountFormPage
      title={t("accounts:signUp.title")}
      lead={t("accounts:signUp.lead")}
      form={form}
      after={
        <>
          <p>
            {t("accounts:signUp.hasAccount")} <a href="/dang-nhap">{t("accounts:signIn.title")}</a>
          </p>
          <p>{t("accounts:signIn.staff")}</p>
        </>
      }
    >
      <NameField form={form} hint={t("accounts:signUp.nameHint")} />
      <ContactField form={form} hint={t("accounts:signUp.contactHint")} autoComplete="username" />
      <NewPasswordField form={form} label={t("accounts:password.label")} />
      <FormActions>
        <Button>{t("accounts:signUp.submit")}</Button>
      </FormActions>
    </AccountFormPage>
  );
}
