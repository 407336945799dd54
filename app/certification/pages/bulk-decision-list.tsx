import { useLoaderData } from "@remix-run/react";
import { door } from "~/accounts/door.server";
import { type ListedBulkDecision, listBulkDecisions } from "~/certification/bulk-decision-queries.server";
import { BulkStatusTag } from "~/certification/components/bulk-status-tag";
import { formatDay, formatInstant, formatNumber } from "~/platform/format";
import { ListPages } from "~/platform/http/list-pages";
import { titleOf } from "~/platform/http/page-title";
import { pageInList, pageOf } from "~/platform/http/params.server";
import { useLanguage, useT } from "~/platform/i18n";
import { Breadcrumbs, ButtonLink, EmptyState, PageHeader, Stack, Table } from "~/ui";

const pageSize = 25;

export const loader = door("certificate.decide").load(async ({ url, t, language }) => {
  const page = pageOf(url, pageSize);
  const { decisions, total } = await listBulkDecisions(page);
  return {
    title: t("certification:bulk.title"),
    decisions: decisions.map((one) => ({ ...one, createdAt: formatInstant(one.createdAt, language) })),
    total,
    page: pageInList(url, page, total),
  };
});

export const meta = titleOf;

type Shown = Omit<ListedBulkDecision, "createdAt"> & { createdAt: string };

export default function BulkDecisionList() {
  const { title, decisions, total, page } = useLoaderData<typeof loader>();
  const t = useT();
  const start = (
    <ButtonLink href="/tham-dinh/theo-van-ban/moi" icon="arrow">
      {t("certification:bulk.start")}
    </ButtonLink>
  );
  return (
    <>
      <Breadcrumbs
        label={t("certification:breadcrumbs")}
        items={[{ label: t("certification:review.queue"), href: "/tham-dinh" }, { label: title }]}
      />
      <PageHeader title={title} lead={t("certification:bulk.lead")} actions={total > 0 && start} />
      {total === 0 ? (
        <EmptyState title={t("certification:bulk.listEmpty")} icon="document" actions={start}>
          {t("certification:bulk.startHint", { action: title })}
        </EmptyState>
      ) : (
        <Stack>
          <Decisions decisions={decisions} />
          <ListPages page={page} total={total} exportable />
        </Stack>
      )}
    </>
  );
}

function Decisions({ decisions }: { decisions: readonly Shown[] }) {
  const t = useT();
  const language = useLanguage();
  return (
    <Table
      caption={t("certification:bulk.list")}
      captionHidden
      rows={decisions}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "document",
          header: t("certification:bulk.document"),
          primary: true,
          cell: ({ id, number, day, schemeVi, schemeEn }) => (
            <>
              <a href={`/tham-dinh/theo-van-ban/${id}`}>
                {t("certification:bulk.documentOf", { number, day: formatDay(day, language) })}
              </a>
              <br />
              <span className="ui-soft">{language === "vi" ? schemeVi : schemeEn}</span>
            </>
          ),
        },
        {
          key: "status",
          header: t("certification:bulk.statusLabel"),
          cell: ({ status }) => <BulkStatusTag status={status} />,
        },
        {
          key: "result",
          header: t("certification:bulk.result"),
          cell: ({ verified, total }) =>
            t("certification:bulk.verifiedOf", {
              verified: formatNumber(verified, language),
              total: formatNumber(total, language),
            }),
        },
        { key: "by", header: t("certification:bulk.by"), cell: ({ officerName }) => officerName },
        { key: "at", header: t("certification:bulk.at"), noWrap: true, cell: ({ createdAt }) => createdAt },
      ]}
    />
  );
}
