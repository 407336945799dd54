import { useLoaderData } from "@remix-run/react";
import { door, notFound } from "~/accounts/door.server";
import { MailTable } from "~/desk/components/mail-table";
import { listMails, mailsPerPage } from "~/desk/mail-queries.server";
import { environment } from "~/platform/env.server";
import { titleOf } from "~/platform/http/page-title";
import { useT } from "~/platform/i18n";
import { EmptyState, PageHeader, Stack } from "~/ui";

export const loader = door("open").load(async ({ t }) => {
  if (environment().PORTAL_MODE !== "demo") throw notFound();
  const { mails } = await listMails({ recipient: "", limit: mailsPerPage, offset: 0 });
  return { title: t("desk:mail.demoTitle"), mails };
});

export const meta = titleOf;

export default function DemoMail() {
  const t = useT();
  const { mails } = useLoaderData<typeof loader>();
  return (
    <Stack>
      <PageHeader title={t("desk:mail.demoTitle")} lead={t("desk:mail.demoLead")} />
      {mails.length === 0 ? (
        <EmptyState title={t("desk:mail.none")} icon="document" />
      ) : (
        <MailTable mails={mails} base="/demo/mail" />
      )}
    </Stack>
  );
}
