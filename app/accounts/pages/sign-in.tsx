import { json, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readFields, refusedAccountForm } from "~/accounts/account-form.server";
import { AccountFormPage, ContactField } from "~/accounts/components/account-form";
import { MailSent } from "~/accounts/components/mail-sent";
import { contactText } from "~/accounts/contact";
import { contactOnlySchema, signInSchema } from "~/accounts/credentials";
import { door } from "~/accounts/door.server";
import { resendConfirmation } from "~/accounts/resend-confirmation.server";
import { openSession } from "~/accounts/session.server";
import { signIn } from "~/accounts/sign-in.server";
import { badForm, type FormReply, parseForm } from "~/platform/http/form.server";
import { pageForm } from "~/platform/http/page-form";
import { titleOf } from "~/platform/http/page-title";
import { safePath } from "~/platform/http/safe-path";
import { useT } from "~/platform/i18n";
import { Button, FormActions, HiddenField, Notice, Stack, TextField } from "~/ui";

const home = "/ban-lam-viec";

export const loader = door("open").load(({ actor, url, t }) => {
  const next = safePath(url.searchParams.get("tiep"), home);
  if (actor) throw redirect(next);
  return {
    title: t("accounts:signIn.title"),
    continues: next !== home,
    passwordReset: url.searchParams.get("da") === "mat-khau",
  };
});

type Reply = Partial<FormReply> & { unconfirmed?: string; sent?: true };

export const action = door("open").act(async ({ request, url, language, clientAddress, acting }) => {
  const fields = await readFields(request);
  if (fields.get("viec") === "gui-lai") {
    const asked = parseForm(fields, contactOnlySchema, language);
    if (!asked.value) return badForm(asked);
    const sent = await resendConfirmation(asked.value.contact, clientAddress, acting);
    if (!sent.ok) return refusedAccountForm(asked, language, sent.code);
    return sent.value === null ? json<Reply>({ sent: true }) : redirect(`/xac-nhan-so/${sent.value}`, 303);
  }
  const submitted = parseForm(fields, signInSchema, language);
  if (!submitted.value) return badForm(submitted);
  const { contact, password } = submitted.value;
  const result = await signIn({ ...contact, password }, clientAddress, acting);
  if (result.ok) {
    const cookie = await openSession(request, result.value, acting);
    return redirect(safePath(url.searchParams.get("tiep"), home), { status: 303, headers: { "Set-Cookie": cookie } });
  }
  if (result.code === "signIn.unconfirmed") return json<Reply>({ unconfirmed: contactText(contact) }, 400);
  return refusedAccountForm(submitted, language, result.code);
});

export const meta = titleOf;

export default function SignIn() {
  const t = useT();
  const { continues, passwordReset } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>() as Reply | undefined;
  if (reply?.sent) return <MailSent text={t("accounts:sent.confirm")} />;
  const form = pageForm(reply?.form, { contact: reply?.unconfirmed });
  return (
    <AccountFormPage
      title={t("accounts:signIn.title")}
      form={form}
      notice={
        <>
          {reply?.unconfirmed && <Unconfirmed contact={reply.unconfirmed} />}
          {!reply && passwordReset && (
            <Notice tone="success" live>
              {t("accounts:signIn.passwordReset")}
            </Notice>
          )}
          {!reply && !passwordReset && continues && <Notice>{t("accounts:signIn.continueTo")}</Notice>}
        </>
      }
      after={
        <>
          <p>
            <a href="/quen-mat-khau">{t("accounts:signIn.forgot")}</a>
          </p>
          <p>
            {t("accounts:signIn.noAccount")} <a href="/dang-ky">{t("accounts:signIn.signUp")}</a>
          </p>
          <p>{t("accounts:signIn.staff")}</p>
        </>
      }
    >
      <ContactField form={form} autoComplete="username" />
      <TextField
        {...form.field("password")}
        type="password"
        label={t("accounts:password.label")}
        autoComplete="current-password"
        maxLength={1_000}
        required
      />
      <FormActions>
        <Button>{t("accounts:signIn.submit")}</Button>
      </FormActions>
    </AccountFormPage>
  );
}

function Unconfirmed({ contact }: { contact: string }) {
  const t = useT();
  return (
    <Notice tone="warning" live>
      <Stack gap="tight">
        <p>{t("accounts:signIn.unconfirmed")}</p>
        <form method="post">
          <HiddenField name="viec" value="gui-lai" />
          <HiddenField name="contact" value={contact} />
          <Button variant="secondary">{t("accounts:signIn.resend")}</Button>
        </form>
      </Stack>
    </Notice>
  );
}
