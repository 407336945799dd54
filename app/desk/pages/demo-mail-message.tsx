import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { door, notFound } from "~/accounts/door.server";
import { MailSheet } from "~/desk/components/mail-sheet";
import { findMail } from "~/desk/mail-queries.server";
import { mailParts } from "~/desk/mail-text";
import { environment } from "~/platform/env.server";
import { titleOf } from "~/platform/http/page-title";
import { useT } from "~/platform/i18n";

export const loader = door("open").load(async ({ params }) => {
  if (environment().PORTAL_MODE !== "demo") throw notFound();
  const id = z.uuid().safeParse(params.mailId);
  const mail = id.success ? await findMail(id.data) : undefined;
  if (!mail) throw notFound();
  const { text, ...shown } = mail;
  const parts = mailParts(text, environment().PUBLIC_ORIGIN);
  return { title: mail.subject, mail: shown, parts };
});

export const meta = titleOf;

export default function DemoMailMessage() {
  const t = useT();
  const { mail, parts } = useLoaderData<typeof loader>();
  return <MailSheet mail={mail} parts={parts} list={{ href: "/demo/mail", label: t("desk:mail.demoTitle") }} />;
}
