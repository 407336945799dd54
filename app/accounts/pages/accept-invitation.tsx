import { json, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { acceptInvitation, findInvitation } from "~/accounts/accept-invitation.server";
import { parseFields, refusedAccountForm } from "~/accounts/account-form.server";
import {
  AccountEmail,
  AccountFormPage,
  DeadLink,
  NameField,
  NewPasswordField,
} from "~/accounts/components/account-form";
import { acceptInvitationSchema } from "~/accounts/credentials";
import { door } from "~/accounts/door.server";
import { openSession } from "~/accounts/session.server";
import { badForm } from "~/platform/http/form.server";
import { pageForm } from "~/platform/http/page-form";
import { titleOf } from "~/platform/http/page-title";
import { useT } from "~/platform/i18n";
import { Button, ButtonLink, FormActions } from "~/ui";

export const loader = door("open").load(async ({ params, now, t }) => {
  const invitation = await findInvitation(params.token ?? "", now);
  const title = t("accounts:invitation.title");
  return json({ title, invitation: invitation ?? null }, invitation ? 200 : 404);
});

export const action = door("open").act(async ({ request, params, url, language, acting }) => {
  const submitted = await parseFields(request, acceptInvitationSchema, language);
  if (!submitted.value) return badForm(submitted);
  const result = await acceptInvitation(params.token ?? "", { ...submitted.value, language }, acting);
  if (result.ok) {
    const cookie = await openSession(request, result.value, acting);
    return redirect("/ban-lam-viec", { status: 303, headers: { "Set-Cookie": cookie } });
  }
  if (result.code === "link.dead") return redirect(url.pathname, 303);
  return refusedAccountForm(submitted, language, result.code);
});

export const meta = titleOf;

export default function AcceptInvitation() {
  const t = useT();
  const { invitation } = useLoaderData<typeof loader>();
  const form = pageForm(useActionData<typeof action>()?.form);
  if (!invitation) {
    return (
      <DeadLink
        text={t("accounts:link.deadInvitation")}
        actions={<ButtonLink href="/dang-nhap">{t("accounts:signIn.title")}</ButtonLink>}
      />
    );
  }
  const { email } = invitation;
  const lead = t("accounts:invitation.lead", { email, role: t(`accounts:role.${invitation.role}`) });
  return (
    <AccountFormPage title={t("accounts:invitation.title")} lead={lead} form={form}>
      <AccountEmail email={email} />
      <NameField form={form} />
      <NewPasswordField form={form} label={t("accounts:password.label")} />
      <FormActions>
        <Button>{t("accounts:invitation.submit")}</Button>
      </FormActions>
    </AccountFormPage>
  );
}
