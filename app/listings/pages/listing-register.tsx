import { useLoaderData } from "@remix-run/react";
import { door } from "~/accounts/door.server";
import { ListingStatusTag } from "~/listings/components/listing-status-tag";
import { listingStatuses } from "~/listings/listing-status";
import { listMarketplaceChoices } from "~/listings/marketplace-queries.server";
import { readRegisterQuestion, registerFilter } from "~/listings/read-register-question.server";
import { listListings } from "~/listings/register-queries.server";
import { dayOf } from "~/platform/day";
import { ListFilters } from "~/platform/http/list-filters";
import { ListPages } from "~/platform/http/list-pages";
import { titleOf } from "~/platform/http/page-title";
import { pageInList, pageOf } from "~/platform/http/params.server";
import { useT } from "~/platform/i18n";
import { EmptyState, PageHeader, Table } from "~/ui";

const pageSize = 30;

export const loader = door("register.read").load(async ({ url, t, now }) => {
  const filter = readRegisterQuestion(url.searchParams);
  const page = pageOf(url, pageSize);
  const today = dayOf(now);
  const { rows, total } = await listListings(registerFilter(filter), today, page);
  return {
    title: t("listings:register.title"),
    filter,
    rows,
    total,
    page: pageInList(url, page, total),
    marketplaces: await listMarketplaceChoices(today),
  };
});

export const meta = titleOf;

export default function ListingRegister() {
  const t = useT();
  const { title, filter, rows, total, page, marketplaces } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader title={title} lead={t("listings:register.lead", { count: total })} />
      <ListFilters
        action="/so/tin-dang"
        search={{ label: t("listings:register.search"), value: filter.q }}
        filters={[
          {
            name: "san",
            label: t("listings:register.marketplace"),
            value: filter.san,
            options: marketplaces.map(({ id, name }) => ({ value: id, label: name })),
          },
          {
            name: "tinhTrang",
            label: t("listings:register.status"),
            value: filter.tinhTrang,
            options: listingStatuses.map((status) => ({ value: status, label: t(`listings:status.${status}`) })),
          },
        ]}
      />
      {rows.length === 0 ? (
        <EmptyState title={t("platform:list.none")} />
      ) : (
        <Table
          caption={title}
          captionHidden
          rows={rows}
          rowKey={({ id }) => id}
          columns={[
            {
              key: "product",
              header: t("listings:register.product"),
              primary: true,
              cell: (row) => <a href={`/tham-dinh/tin-dang/${row.id}`}>{row.productName}</a>,
            },
            { key: "marketplace", header: t("listings:register.marketplace"), cell: (row) => row.marketplaceName },
            {
              key: "enterprise",
              header: t("listings:register.enterprise"),
              cell: (row) => <a href={`/so/co-so/${row.enterpriseId}`}>{row.enterpriseName}</a>,
            },
            {
              key: "status",
              header: t("listings:register.status"),
              cell: (row) => <ListingStatusTag standing={row} isRecognised={row.isRecognised} />,
            },
          ]}
        />
      )}
      <ListPages page={page} total={total} exportable />
    </>
  );
}
