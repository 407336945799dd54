import { json, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { readFields, refusedAccountForm } from "~/accounts/account-form.server";
import { confirmOwnEmail, emailOfLink } from "~/accounts/change-contact.server";
import { AccountFormPage, DeadLink } from "~/accounts/components/account-form";
import { door } from "~/accounts/door.server";
import { parseForm } from "~/platform/http/form.server";
import { pageForm } from "~/platform/http/page-form";
import { titleOf } from "~/platform/http/page-title";
import { useT } from "~/platform/i18n";
import { Button, ButtonLink, FormActions } from "~/ui";

// Looking changes nothing: mail scanners open every link before its reader does.
export const loader = door("account.use").load(async ({ params, actor, now, t }) => {
  const email = (await emailOfLink(params.token ?? "", actor, now)) ?? null;
  return json({ title: t("accounts:confirm.title"), email }, email === null ? 404 : 200);
});

export const action = door("account.use").act(async ({ request, params, url, language, actor, acting }) => {
  const submitted = parseForm(await readFields(request), z.object({}), language);
  const confirmed = await confirmOwnEmail(params.token ?? "", actor, acting);
  if (confirmed.ok) return redirect("/tai-khoan?da=lien-he", 303);
  if (confirmed.code === "link.dead") return redirect(url.pathname, 303);
  return refusedAccountForm(submitted, language, confirmed.code);
});

export const meta = titleOf;

export default function ConfirmOwnEmail() {
  const t = useT();
  const { email } = useLoaderData<typeof loader>();
  const form = pageForm(useActionData<typeof action>()?.form);
  if (email === null) {
    return (
      <DeadLink
        text={t("accounts:confirm.deadOwn")}
        actions={<ButtonLink href="/tai-khoan">{t("accounts:own.title")}</ButtonLink>}
      />
    );
  }
  return (
    <AccountFormPage title={t("accounts:confirm.title")} lead={t("accounts:confirm.ownLead", { email })} form={form}>
      <FormActions>
        <Button>{t("accounts:confirm.ownSubmit")}</Button>
      </FormActions>
    </AccountFormPage>
  );
}
