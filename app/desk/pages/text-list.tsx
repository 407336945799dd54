import { useLoaderData } from "@remix-run/react";
import { door } from "~/accounts/door.server";
import { TextMessageTable } from "~/desk/components/text-message-table";
import { listTextMessages, readTextQuestion, textStatuses, textsPerPage } from "~/desk/text-message-queries.server";
import { ListPages } from "~/platform/http/list-pages";
import { titleOf } from "~/platform/http/page-title";
import { pageInList, pageOf } from "~/platform/http/params.server";
import { useT } from "~/platform/i18n";
import { EmptyState, PageHeader, SearchForm, SelectField, Stack } from "~/ui";

export const loader = door("mail.read").load(async ({ url, t }) => {
  const question = readTextQuestion(url.searchParams);
  const page = pageOf(url, textsPerPage);
  const { messages, total } = await listTextMessages({ ...question, ...page });
  return {
    title: t("desk:texts.title"),
    messages,
    total,
    page: pageInList(url, page, total),
    search: question.recipient,
    status: question.status ?? "",
    statuses: textStatuses,
  };
});

export const meta = titleOf;

export default function TextList() {
  const t = useT();
  const { messages, total, page, search, status, statuses } = useLoaderData<typeof loader>();
  return (
    <Stack>
      <PageHeader title={t("desk:texts.title")} lead={t("desk:texts.lead")} />
      <SearchForm label={t("desk:texts.search")} submitLabel={t("desk:mail.find")} defaultValue={search}>
        <SelectField
          name="trang-thai"
          label={t("desk:texts.state")}
          emptyOption={t("platform:list.all")}
          defaultValue={status}
          options={statuses.map((value) => ({ value, label: t(`desk:texts.status.${value}`) }))}
          width="medium"
        />
      </SearchForm>
      {messages.length === 0 ? (
        <EmptyState title={t("desk:texts.none")} icon="document" />
      ) : (
        <TextMessageTable messages={messages} />
      )}
      <ListPages page={page} total={total} exportable />
    </Stack>
  );
}
