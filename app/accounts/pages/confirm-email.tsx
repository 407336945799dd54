import { json, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { DeadLink } from "~/accounts/components/account-form";
import { accountOfLink, confirmEmail } from "~/accounts/confirm-email.server";
import { door } from "~/accounts/door.server";
import { openSession } from "~/accounts/session.server";
import { titleOf } from "~/platform/http/page-title";
import { useT } from "~/platform/i18n";
import { Button, ButtonLink, Form, FormActions, PageHeader, Stack } from "~/ui";

// Looking changes nothing: mail scanners open every link before its reader does.
export const loader = door("open").load(async ({ params, now, t }) => {
  const account = await accountOfLink("confirm-email", params.token ?? "", now);
  const title = t("accounts:confirm.title");
  return json({ title, account: account ?? null }, account ? 200 : 404);
});

export const action = door("open").act(async ({ request, params, acting }) => {
  const result = await confirmEmail(params.token ?? "", acting);
  // The page then says itself that the link is dead.
  if (!result.ok) return redirect(new URL(request.url).pathname, 303);
  const cookie = await openSession(request, result.value, acting);
  return redirect("/ban-lam-viec", { status: 303, headers: { "Set-Cookie": cookie } });
});

export const meta = titleOf;

export default function ConfirmEmail() {
  const t = useT();
  const { account } = useLoaderData<typeof loader>();
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
    <Stack>
      <PageHeader title={t("accounts:confirm.title")} lead={t("accounts:confirm.lead", { name, email })} />
      <div className="ui-prose">
        <p>{t("accounts:confirm.text")}</p>
      </div>
      <Form>
        <FormActions>
          <Button>{t("accounts:confirm.submit")}</Button>
        </FormActions>
      </Form>
    </Stack>
  );
}
