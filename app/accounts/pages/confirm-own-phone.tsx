import { json, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { parseFields, refusedAccountForm } from "~/accounts/account-form.server";
import { confirmOwnPhone } from "~/accounts/change-contact.server";
import { CodeFormPage, DeadCode } from "~/accounts/components/code-form";
import { mobileAsWritten } from "~/accounts/contact";
import { codeSchema } from "~/accounts/credentials";
import { door } from "~/accounts/door.server";
import { findCode } from "~/accounts/one-time-code.server";
import { badForm } from "~/platform/http/form.server";
import { pageForm } from "~/platform/http/page-form";
import { titleOf } from "~/platform/http/page-title";
import { uuidParam } from "~/platform/http/params.server";
import { useT } from "~/platform/i18n";

export const loader = door("account.use").load(async ({ params, now, t }) => {
  const code = await findCode("change-phone", uuidParam(params.codeId), now);
  const title = t("accounts:confirmPhone.title");
  return json({ title, number: code ? mobileAsWritten(code.phone) : null }, code ? 200 : 404);
});

export const action = door("account.use").act(
  async ({ request, params, url, language, clientAddress, actor, acting }) => {
    const codeId = uuidParam(params.codeId);
    const submitted = await parseFields(request, codeSchema, language);
    if (!submitted.value) return badForm(submitted);
    const confirmed = await confirmOwnPhone(codeId, submitted.value.code, clientAddress, actor, acting);
    if (confirmed.ok) return redirect("/tai-khoan?da=lien-he", 303);
    if (confirmed.code === "code.dead") return redirect(url.pathname, 303);
    return refusedAccountForm(submitted, language, confirmed.code);
  },
);

export const meta = titleOf;

export default function ConfirmOwnPhone() {
  const t = useT();
  const { number } = useLoaderData<typeof loader>();
  const form = pageForm(useActionData<typeof action>()?.form);
  if (number === null) return <DeadCode again={{ href: "/tai-khoan", label: t("accounts:own.title") }} />;
  return (
    <CodeFormPage
      title={t("accounts:confirmPhone.title")}
      lead={t("accounts:code.sentTo", { number })}
      form={form}
      submit={t("accounts:confirmPhone.submitOwn")}
    />
  );
}
