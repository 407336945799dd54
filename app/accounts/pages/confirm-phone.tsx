import { json } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { parseFields } from "~/accounts/account-form.server";
import { CodeFormPage, DeadCode } from "~/accounts/components/code-form";
import { confirmPhone } from "~/accounts/confirm-phone.server";
import { mobileAsWritten } from "~/accounts/contact";
import { codeSchema } from "~/accounts/credentials";
import { door } from "~/accounts/door.server";
import { enterByLink } from "~/accounts/enter-by-link.server";
import { findCode } from "~/accounts/one-time-code.server";
import { badForm } from "~/platform/http/form.server";
import { pageForm } from "~/platform/http/page-form";
import { titleOf } from "~/platform/http/page-title";
import { uuidParam } from "~/platform/http/params.server";
import { useT } from "~/platform/i18n";

export const loader = door("open").load(async ({ params, now, t }) => {
  const code = await findCode("confirm-phone", uuidParam(params.codeId), now);
  const title = t("accounts:confirmPhone.title");
  return json({ title, number: code ? mobileAsWritten(code.phone) : null }, code ? 200 : 404);
});

export const action = door("open").act(async ({ request, params, url, language, clientAddress, acting }) => {
  const codeId = uuidParam(params.codeId);
  const submitted = await parseFields(request, codeSchema, language);
  if (!submitted.value) return badForm(submitted);
  const confirmed = await confirmPhone(codeId, submitted.value.code, clientAddress, acting);
  return enterByLink(confirmed, submitted, { request, url, language, acting });
});

export const meta = titleOf;

export default function ConfirmPhone() {
  const t = useT();
  const { number } = useLoaderData<typeof loader>();
  const form = pageForm(useActionData<typeof action>()?.form);
  if (number === null) return <DeadCode again={{ href: "/dang-nhap", label: t("accounts:signIn.title") }} />;
  return (
    <CodeFormPage
      title={t("accounts:confirmPhone.title")}
      lead={t("accounts:code.sentTo", { number })}
      form={form}
      submit={t("accounts:confirmPhone.submit")}
    />
  );
}
