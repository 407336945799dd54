import { redirect } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { parseFields } from "~/accounts/account-form.server";
import { activateAccount } from "~/accounts/activation.server";
import { AccountFormPage, NewPasswordField } from "~/accounts/components/account-form";
import { activationSchema } from "~/accounts/credentials";
import { door } from "~/accounts/door.server";
import { enterByLink } from "~/accounts/enter-by-link.server";
import { badForm } from "~/platform/http/form.server";
import { pageForm } from "~/platform/http/page-form";
import { titleOf } from "~/platform/http/page-title";
import { useT } from "~/platform/i18n";
import { Button, FormActions, TextField } from "~/ui";

export const loader = door("open").load(({ actor, t }) => {
  if (actor) throw redirect("/ban-lam-viec");
  return { title: t("accounts:activation.title") };
});

export const action = door("open").act(async ({ request, url, language, clientAddress, acting }) => {
  const submitted = await parseFields(request, activationSchema, language);
  if (!submitted.value) return badForm(submitted);
  const { activation: code, password } = submitted.value;
  const activated = await activateAccount({ code, password }, clientAddress, acting);
  return enterByLink(activated, submitted, { request, url, language, acting });
});

export const meta = titleOf;

export default function Activate() {
  const t = useT();
  const form = pageForm(useActionData<typeof action>()?.form);
  return (
    <AccountFormPage
      title={t("accounts:activation.title")}
      lead={t("accounts:activation.lead")}
      form={form}
      after={
        <p>
          {t("accounts:signUp.hasAccount")} <a href="/dang-nhap">{t("accounts:signIn.title")}</a>
        </p>
      }
    >
      <TextField
        {...form.field("activation")}
        label={t("accounts:activation.label")}
        hint={t("accounts:activation.hint")}
        autoComplete="off"
        maxLength={50}
        spellCheck={false}
        width="medium"
        required
      />
      <NewPasswordField form={form} label={t("accounts:password.label")} />
      <FormActions>
        <Button>{t("accounts:activation.submit")}</Button>
      </FormActions>
    </AccountFormPage>
  );
}
