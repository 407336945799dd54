import { useLoaderData } from "@remix-run/react";
import { door } from "~/accounts/door.server";
import { MailTable } from "~/desk/components/mail-table";
import { listMails, mailStatuses, mailsPerPage, readMailQuestion } from "~/desk/mail-queries.server";
import { ListPages } from "~/platform/http/list-pages";
import { titleOf } from "~/platform/http/page-title";
import { pageInList, pageOf } from "~/platform/http/params.server";
import { useT } from "~/platform/i18n";
import { EmptyState, PageHeader, SearchForm, SelectField, Stack } from "~/ui";

export const loader = door("mail.read").load(async ({ url, t }) => {
  const question = readMailQuestion(url.searchParams);
  const page = pageOf(url, mailsPerPage);
  const { mails, total } = await listMails({ ...question, ...page });
  return {
    title: t("desk:mail.title"),
    mails,
    total,
    page: pageInList(url, page, total),
    search: question.recipient,
    status: question.status ?? "",
    statuses: mailStatuses,
  };
});

export const meta = titleOf;

export default function MailList() {
  const t = useT();
  const { mails, total, page, search, status, statuses } = useLoaderData<typeof loader>();
  return (
    <Stack>
      <PageHeader title={t("desk:mail.title")} lead={t("desk:mail.lead")} />
      <SearchForm label={t("desk:mail.search")} submitLabel={t("desk:mail.find")} defaultValue={search}>
        <SelectField
          name="trang-thai"
          label={t("desk:mail.state")}
          emptyOption={t("platform:list.all")}
          defaultValue={status}
          options={statuses.map((value) => ({ value, label: t(`desk:mail.status.${value}`) }))}
          width="medium"
        />
      </SearchForm>
      {mails.length === 0 ? (
        <EmptyState title={t("desk:mail.none")} icon="document" />
      ) : (
        <MailTable mails={mails} base="/quan-tri/thu" />
      )}
      <ListPages page={page} total={total} exportable />
    </Stack>
  );
}
