import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { door, notFound } from "~/accounts/door.server";
import { MailAgain } from "~/desk/components/mail-again";
import { MailSheet } from "~/desk/components/mail-sheet";
import { findMail } from "~/desk/mail-queries.server";
import { withoutSecrets } from "~/desk/mail-text";
import { sendMailAgain } from "~/desk/send-mail-again.server";
import { environment } from "~/platform/env.server";
import { titleOf } from "~/platform/http/page-title";
import { uuidParam } from "~/platform/http/params.server";
import { useT } from "~/platform/i18n";

export const loader = door("mail.read").load(async ({ params, url }) => {
  const mail = await findMail(uuidParam(params.mailId));
  if (!mail) throw notFound();
  const { text, ...shown } = mail;
  // Without a mail server this page is the only way a link reaches its reader; with one, it is nobody else's business.
  const readable = environment().SMTP_URL ? withoutSecrets(text) : text;
  return {
    title: mail.subject,
    mail: shown,
    parts: [{ text: readable }],
    isQueuedAgain: url.searchParams.get("da") === "gui-lai",
  };
});

export const action = door("mail.resend").act(async ({ params, actor, acting }) => {
  const id = uuidParam(params.mailId);
  const result = await sendMailAgain(id, actor, acting);
  if (!result.ok && result.code === "notFound") throw notFound();
  // Where someone was quicker, the page says where the mail stands now.
  return redirect(`/quan-tri/thu/${id}${result.ok ? "?da=gui-lai" : ""}`, 303);
});

export const meta = titleOf;

export default function MailMessagePage() {
  const t = useT();
  const { mail, parts, isQueuedAgain } = useLoaderData<typeof loader>();
  return (
    <MailSheet mail={mail} parts={parts} list={{ href: "/quan-tri/thu", label: t("desk:mail.title") }}>
      <MailAgain status={mail.status} isQueuedAgain={isQueuedAgain} />
    </MailSheet>
  );
}
