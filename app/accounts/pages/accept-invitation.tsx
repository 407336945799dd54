import { json, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { acceptInvitation, findInvitation, joinByInvitation } from "~/accounts/accept-invitation.server";
import { parseFields } from "~/accounts/account-form.server";
import {
  AccountContact,
  AccountFormPage,
  DeadLink,
  NameField,
  NewPasswordField,
} from "~/accounts/components/account-form";
import { contactAsWritten } from "~/accounts/contact";
import { acceptInvitationSchema } from "~/accounts/credentials";
import { door } from "~/accounts/door.server";
import { enterByLink } from "~/accounts/enter-by-link.server";
import { badForm } from "~/platform/http/form.server";
import { pageForm } from "~/platform/http/page-form";
import { titleOf } from "~/platform/http/page-title";
import { useT } from "~/platform/i18n";
import { Button, ButtonLink, FormActions } from "~/ui";

export const loader = door("open").load(async ({ params, url, actor, now, t }) => {
  const found = await findInvitation(params.token ?? "", now);
  const title = t("accounts:invitation.title");
  if (!found) return json({ title, path: url.pathname, invitation: null, joiner: null }, 404);
  const { email = null, phone = null } = found.contact;
  const { role, enterprise, hasAccount } = found;
  const invitation = { role, enterprise, hasAccount, contact: contactAsWritten({ email, phone }) };
  return json({ title, path: url.pathname, invitation, joiner: enterprise && actor ? actor.name : null }, 200);
});

export const action = door("open").act(async ({ request, params, url, actor, language, acting }) => {
  const secret = params.token ?? "";
  const invitation = await findInvitation(secret, acting.now);
  if (!invitation) return redirect(url.pathname, 303);
  if (invitation.enterprise && actor) {
    const joined = await joinByInvitation(secret, actor, acting);
    return redirect(joined.ok ? `/quan-ly/${joined.value}` : url.pathname, 303);
  }
  const submitted = await parseFields(request, acceptInvitationSchema, language);
  if (!submitted.value) return badForm(submitted);
  const opened = await acceptInvitation(secret, { ...submitted.value, language }, acting);
  return enterByLink(opened, submitted, { request, url, language, acting });
});

export const meta = titleOf;

export default function AcceptInvitation() {
  const t = useT();
  const { invitation, joiner, path } = useLoaderData<typeof loader>();
  const form = pageForm(useActionData<typeof action>()?.form);
  const title = t("accounts:invitation.title");
  if (!invitation) {
    return (
      <DeadLink
        text={t("accounts:link.deadInvitation")}
        actions={<ButtonLink href="/dang-nhap">{t("accounts:signIn.title")}</ButtonLink>}
      />
    );
  }
  const { contact, role, enterprise, hasAccount } = invitation;
  if (enterprise && (joiner !== null || hasAccount)) {
    const lead = t("accounts:invitation.joinLead", { enterprise: enterprise.name });
    return (
      <AccountFormPage title={title} lead={lead} form={form}>
        <FormActions>
          {joiner === null ? (
            <ButtonLink href={`/dang-nhap?${new URLSearchParams({ tiep: path })}`}>
              {t("accounts:invitation.signInFirst")}
            </ButtonLink>
          ) : (
            <Button>{t("accounts:invitation.join", { name: joiner })}</Button>
          )}
        </FormActions>
      </AccountFormPage>
    );
  }
  const lead = enterprise
    ? t("accounts:invitation.memberLead", { contact, enterprise: enterprise.name })
    : t("accounts:invitation.lead", { contact, role: t(`accounts:role.${role}`) });
  return (
    <AccountFormPage
      title={title}
      lead={lead}
      form={form}
      after={
        enterprise && (
          <p>
            <a href={`/dang-nhap?${new URLSearchParams({ tiep: path })}`}>{t("accounts:invitation.haveAccount")}</a>
          </p>
        )
      }
    >
      <AccountContact contact={contact} />
      <NameField form={form} />
      <NewPasswordField form={form} label={t("accounts:password.label")} />
      <FormActions>
        <Button>{t("accounts:invitation.submit")}</Button>
      </FormActions>
    </AccountFormPage>
  );
}
