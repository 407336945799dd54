import { useLoaderData } from "@remix-run/react";
import { door } from "~/accounts/door.server";
import { listMarketplaces } from "~/listings/marketplace-queries.server";
import { formatDay } from "~/platform/format";
import { titleOf } from "~/platform/http/page-title";
import { useLanguage, useT } from "~/platform/i18n";
import { ButtonLink, Notice, PageHeader, Table } from "~/ui";

export const loader = door("marketplace.administer").load(async ({ t, url }) => ({
  title: t("listings:marketplaces.title"),
  marketplaces: await listMarketplaces(),
  isSaved: url.searchParams.has("da"),
}));

export const meta = titleOf;

export default function MarketplaceList() {
  const t = useT();
  const language = useLanguage();
  const { title, marketplaces, isSaved } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title={title}
        lead={t("listings:marketplaces.lead")}
        actions={<ButtonLink href="/quan-tri/san/moi">{t("listings:marketplaces.add")}</ButtonLink>}
      />
      {isSaved && (
        <Notice tone="success" live>
          <p>{t("listings:marketplaces.saved")}</p>
        </Notice>
      )}
      <Table
        caption={title}
        captionHidden
        rows={marketplaces}
        rowKey={({ id }) => id}
        columns={[
          {
            key: "name",
            header: t("listings:marketplaces.name"),
            primary: true,
            cell: (marketplace) => <a href={`/quan-tri/san/${marketplace.id}`}>{marketplace.name}</a>,
          },
          {
            key: "hosts",
            header: t("listings:marketplaces.hosts"),
            cell: (marketplace) => marketplace.hosts.join(", "),
          },
          {
            key: "recognised",
            header: t("listings:marketplaces.recognised"),
            cell: ({ recognisedFrom, recognisedTo }) => {
              const from = formatDay(recognisedFrom, language);
              return recognisedTo === null
                ? t("listings:marketplaces.since", { from })
                : t("listings:marketplaces.between", { from, to: formatDay(recognisedTo, language) });
            },
          },
          {
            key: "window",
            header: t("listings:marketplaces.window"),
            cell: (marketplace) => t("listings:marketplaces.days", { count: marketplace.windowDays }),
          },
          {
            key: "listings",
            header: t("listings:marketplaces.listings"),
            numeric: true,
            cell: (marketplace) => marketplace.listings,
          },
        ]}
      />
    </>
  );
}
