import { useLoaderData } from "@remix-run/react";
import { door } from "~/accounts/door.server";
import { listCertificates, listSchemeChoices } from "~/certification/certificate-queries.server";
import { CertificateStandingTag } from "~/certification/components/certificate-tags";
import { levelWords } from "~/certification/level";
import { readRegisterQuestion, registerFilter } from "~/certification/read-register-question.server";
import { registerStandings } from "~/certification/register-standing";
import { dayOf } from "~/platform/day";
import { formatDay } from "~/platform/format";
import { ListFilters } from "~/platform/http/list-filters";
import { ListPages } from "~/platform/http/list-pages";
import { titleOf } from "~/platform/http/page-title";
import { pageInList, pageOf } from "~/platform/http/params.server";
import { useLanguage, useT } from "~/platform/i18n";
import { EmptyState, PageHeader, Table } from "~/ui";

const pageSize = 30;

export const loader = door("register.read").load(async ({ url, t, now }) => {
  const filter = readRegisterQuestion(url.searchParams);
  const page = pageOf(url, pageSize);
  const today = dayOf(now);
  const { rows, total } = await listCertificates(registerFilter(filter), today, page);
  return {
    title: t("certification:register.title"),
    today,
    filter,
    rows,
    total,
    page: pageInList(url, page, total),
    schemes: await listSchemeChoices(),
  };
});

export const meta = titleOf;

export default function CertificateRegister() {
  const t = useT();
  const language = useLanguage();
  const { title, today, filter, rows, total, page, schemes } = useLoaderData<typeof loader>();
  const isVietnamese = language === "vi";
  return (
    <>
      <PageHeader title={title} lead={t("certification:register.lead", { count: total })} />
      <ListFilters
        action="/so/chung-nhan"
        search={{ label: t("certification:register.search"), value: filter.q }}
        filters={[
          {
            name: "loai",
            label: t("certification:field.schemeId"),
            value: filter.loai,
            options: schemes.map((scheme) => ({
              value: scheme.id,
              label: isVietnamese ? scheme.nameVi : scheme.nameEn,
            })),
          },
          {
            name: "tinhTrang",
            label: t("certification:register.standing"),
            value: filter.tinhTrang,
            options: registerStandings.map((standing) => ({
              value: standing,
              label: t(`certification:register.${standing}`),
            })),
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
              key: "number",
              header: t("certification:field.number"),
              primary: true,
              cell: (row) => <a href={`/tham-dinh/chung-nhan/${row.id}`}>{row.number}</a>,
            },
            {
              key: "scheme",
              header: t("certification:field.schemeId"),
              cell: (row) =>
                [isVietnamese ? row.schemeVi : row.schemeEn, row.level && levelWords(t, row.level)]
                  .filter(Boolean)
                  .join(", "),
            },
            {
              key: "enterprise",
              header: t("certification:register.enterprise"),
              cell: (row) => <a href={`/so/co-so/${row.enterpriseId}`}>{row.enterpriseName}</a>,
            },
            {
              key: "from",
              header: t("certification:field.validFrom"),
              noWrap: true,
              cell: (row) => formatDay(row.validFrom, language),
            },
            {
              key: "products",
              header: t("certification:register.products"),
              numeric: true,
              cell: (row) => row.products,
            },
            {
              key: "standing",
              header: t("certification:register.standing"),
              cell: (row) => <CertificateStandingTag certificate={row} today={today} />,
            },
          ]}
        />
      )}
      <ListPages page={page} total={total} exportable />
    </>
  );
}
