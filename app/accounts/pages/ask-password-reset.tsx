import { json, redirect } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { parseFields, refusedAccountForm } from "~/accounts/account-form.server";
import { askPasswordReset } from "~/accounts/ask-password-reset.server";
import { AccountFormPage, ContactField } from "~/accounts/components/account-form";
import { MailSent } from "~/accounts/components/mail-sent";
import { contactOnlySchema } from "~/accounts/credentials";
import { door } from "~/accounts/door.server";
import { badForm, type FormReply } from "~/platform/http/form.server";
import { pageForm } from "~/platform/http/page-form";
import { titleOf } from "~/platform/http/page-title";
import { useT } from "~/platform/i18n";
import { Button, FormActions } from "~/ui";

export const loader = door("open").load(({ t }) => ({
  title: t("accounts:forgot.title"),
}));

type Reply = Partial<FormReply> & { sent?: true };

export const action = door("open").act(async ({ request, language, clientAddress, acting }) => {
  const submitted = await parseFields(request, contactOnlySchema, language);
  if (!submitted.value) return badForm(submitted);
  const result = await askPasswordReset(submitted.value.contact, clientAddress, acting);
  if (!result.ok) return refusedAccountForm(submitted, language, result.code);
  return result.value === null ? json<Reply>({ sent: true }) : redirect(`/dat-lai-mat-khau/ma/${result.value}`, 303);
});

export const meta = titleOf;

export default function AskPasswordReset() {
  const t = useT();
  const reply = useActionData<typeof action>() as Reply | undefined;
  if (reply?.sent) return <MailSent text={t("accounts:sent.reset")} />;
  const form = pageForm(reply?.form);
  return (
    <AccountFormPage title={t("accounts:forgot.title")} lead={t("accounts:forgot.lead")} form={form}>
      <ContactField form={form} autoComplete="username" />
      <FormActions>
        <Button>{t("accounts:forgot.submit")}</Button>
      </FormActions>
    </AccountFormPage>
  );
}
