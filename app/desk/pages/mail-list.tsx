import { useLoaderData } from "@remix-run/react";
import { door } from "~/accounts/door.server";
import { titleOf } from "~/accounts/page-title";
import { MailTable } from "~/desk/components/mail-table";
import { listMails, mailsPerPage } from "~/desk/mail-queries.server";
import { formatNumber } from "~/platform/format";
import { useLanguage, useT } from "~/platform/i18n";
import { EmptyState, PageHeader, Pagination, SearchForm, Stack } from "~/ui";

const lastPage = 1_000;

export const loader = door("mail.read").load(async ({ url, t }) => {
  const search = (url.searchParams.get("q") ?? "").slice(0, 200);
  const page = Math.min(Math.max(1, Math.trunc(Number(url.searchParams.get("trang")) || 1)), lastPage);
  const { mails, total } = await listMails({ recipient: search, page });
  return {
    title: t("accounts:title", { page: t("desk:mail.title") }),
    mails,
    total,
    page,
    perPage: mailsPerPage,
    search,
  };
});

export const meta = titleOf;

export default function MailList() {
  const t = useT();
  const language = useLanguage();
  const { mails, total, page, perPage, search } = useLoaderData<typeof loader>();
  const pageHref = (to: number) => `/quan-tri/thu?${new URLSearchParams({ q: search, trang: String(to) })}`;
  const from = (page - 1) * perPage;
  return (
    <Stack>
      <PageHeader title={t("desk:mail.title")} lead={t("desk:mail.lead")} />
      <SearchForm label={t("desk:mail.search")} submitLabel={t("desk:mail.find")} defaultValue={search} />
      {mails.length === 0 ? (
        <EmptyState title={t("desk:mail.none")} icon="document" />
      ) : (
        <MailTable mails={mails} base="/quan-tri/thu" />
      )}
      {(total > perPage || page > 1) && (
        <Pagination
          label={t("platform:list.label")}
          position={t("platform:list.position", {
            from: formatNumber(Math.min(from + 1, total), language),
            to: formatNumber(Math.min(from + mails.length, total), language),
            total: formatNumber(total, language),
          })}
          previous={page > 1 ? { href: pageHref(page - 1), label: t("platform:list.previous") } : undefined}
          next={from + mails.length < total ? { href: pageHref(page + 1), label: t("platform:list.next") } : undefined}
        />
      )}
    </Stack>
  );
}
