import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { door, notFound } from "~/accounts/door.server";
import { MailSheet } from "~/desk/components/mail-sheet";
import { findMail } from "~/desk/mail-queries.server";
import { withoutSecrets } from "~/desk/mail-text";
import { environment } from "~/platform/env.server";
import { titleOf } from "~/platform/http/page-title";
import { useT } from "~/platform/i18n";

export const loader = door("mail.read").load(async ({ params }) => {
  const id = z.uuid().safeParse(params.mailId);
  const mail = id.success ? await findMail(id.data) : undefined;
  if (!mail) throw notFound();
  const { text, ...shown } = mail;
  // Without a mail server this page is the only way a link reaches its reader; with one, it is nobody else's business.
  const readable = environment().SMTP_URL ? withoutSecrets(text) : text;
  return { title: mail.subject, mail: shown, parts: [{ text: readable }] };
});

export const meta = titleOf;

export default function MailMessagePage() {
  const t = useT();
  const { mail, parts } = useLoaderData<typeof loader>();
  return <MailSheet mail={mail} parts={parts} list={{ href: "/quan-tri/thu", label: t("desk:mail.title") }} />;
}
