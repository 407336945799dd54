import { json, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { parseFields, refusedAccountForm } from "~/accounts/account-form.server";
import { NewPasswordField } from "~/accounts/components/account-form";
import { CodeFormPage, DeadCode } from "~/accounts/components/code-form";
import { mobileAsWritten } from "~/accounts/contact";
import { resetByCodeSchema } from "~/accounts/credentials";
import { door } from "~/accounts/door.server";
import { findCode } from "~/accounts/one-time-code.server";
import { resetPasswordByCode } from "~/accounts/reset-password.server";
import { closeSession } from "~/accounts/session.server";
import { badForm } from "~/platform/http/form.server";
import { pageForm } from "~/platform/http/page-form";
import { titleOf } from "~/platform/http/page-title";
import { uuidParam } from "~/platform/http/params.server";
import { useT } from "~/platform/i18n";

export const loader = door("open").load(async ({ params, now, t }) => {
  const code = await findCode("reset-password", uuidParam(params.codeId), now);
  return json(
    { title: t("accounts:reset.title"), number: code ? mobileAsWritten(code.phone) : null },
    code ? 200 : 404,
  );
});

export const action = door("open").act(async ({ request, params, url, language, clientAddress, acting }) => {
  const codeId = uuidParam(params.codeId);
  const submitted = await parseFields(request, resetByCodeSchema, language);
  if (!submitted.value) return badForm(submitted);
  const result = await resetPasswordByCode({ codeId, ...submitted.value }, clientAddress, acting);
  if (result.ok) {
    const cookie = await closeSession(request, acting);
    return redirect("/dang-nhap?da=mat-khau", { status: 303, headers: { "Set-Cookie": cookie } });
  }
  if (result.code === "code.dead") return redirect(url.pathname, 303);
  return refusedAccountForm(submitted, language, result.code);
});

export const meta = titleOf;

export default function ResetPasswordByCode() {
  const t = useT();
  const { number } = useLoaderData<typeof loader>();
  const form = pageForm(useActionData<typeof action>()?.form);
  if (number === null) return <DeadCode again={{ href: "/quen-mat-khau", label: t("accounts:forgot.title") }} />;
  return (
    <CodeFormPage
      title={t("accounts:reset.title")}
      lead={t("accounts:code.sentTo", { number })}
      form={form}
      submit={t("accounts:reset.submit")}
    >
      <NewPasswordField form={form} label={t("accounts:password.new")} />
    </CodeFormPage>
  );
}
