import { useLoaderData } from "@remix-run/react";
import { door } from "~/accounts/door.server";
import { areaLabel } from "~/areas/area-label";
import { listAreas } from "~/areas/area-queries.server";
import { type ChecklistProgress, checklistProgress } from "~/enterprises/checklist-queries.server";
import { ChecklistTag } from "~/enterprises/components/checklist-progress";
import { enterpriseSectors, enterpriseSizes, legalForms } from "~/enterprises/enterprise-size";
import { maskTaxCode } from "~/enterprises/personal-number";
import { readRegisterQuestion, registerFilter } from "~/enterprises/read-register-question.server";
import { listEnterprises, type RegisterEntry, registerPageSize } from "~/enterprises/register-queries.server";
import { dayOf } from "~/platform/day";
import { formatDay, formatNumber } from "~/platform/format";
import { ListFilters } from "~/platform/http/list-filters";
import { ListPages } from "~/platform/http/list-pages";
import { titleOf } from "~/platform/http/page-title";
import { pageInList, pageOf } from "~/platform/http/params.server";
import { useLanguage, useT } from "~/platform/i18n";
import { type Column, EmptyState, PageHeader, Stack, Table } from "~/ui";

export const loader = door("register.read").load(async ({ url, t, now }) => {
  const filter = readRegisterQuestion(url.searchParams);
  const page = pageOf(url, registerPageSize);
  const [{ entries, total }, areas] = await Promise.all([listEnterprises(registerFilter(filter), page), listAreas()]);
  const progress = await checklistProgress(
    entries.map(({ id }) => id),
    dayOf(now),
  );
  const set = Object.entries(filter).flatMap(([name, value]): [string, string][] => (value ? [[name, value]] : []));
  return {
    title: t("enterprises:book.title"),
    entries: entries.map((entry) => ({
      ...entry,
      taxCode: maskTaxCode(entry.taxCode),
      progress: progress.get(entry.id),
    })),
    total,
    page: pageInList(url, page, total),
    filter,
    set,
    areas: areas.map((area) => ({ value: area.id, label: areaLabel(area, t) })),
  };
});

export const meta = titleOf;

export default function EnterpriseRegister() {
  const { entries, total, page, filter, set, areas } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <>
      <PageHeader
        title={t("enterprises:book.title")}
        lead={set.length > 0 ? t("enterprises:book.found", { count: total }) : t("enterprises:book.lead")}
      />
      <Stack>
        <ListFilters
          action="/so/co-so"
          search={{
            label: t("enterprises:book.search"),
            hint: t("enterprises:book.searchHint"),
            value: filter.q ?? "",
          }}
          filters={[
            { name: "dia_ban", label: t("enterprises:fact.area"), value: filter.dia_ban, options: areas },
            {
              name: "linh_vuc",
              label: t("enterprises:fact.sector"),
              value: filter.linh_vuc,
              options: enterpriseSectors.map((value) => ({ value, label: t(`enterprises:sector.${value}`) })),
            },
            {
              name: "loai_hinh",
              label: t("enterprises:fact.legalForm"),
              value: filter.loai_hinh,
              options: legalForms.map((value) => ({ value, label: t(`enterprises:legalForm.${value}`) })),
            },
            {
              name: "quy_mo",
              label: t("enterprises:fact.size"),
              value: filter.quy_mo,
              options: enterpriseSizes.map((value) => ({ value, label: t(`enterprises:sizeName.${value}`) })),
            },
          ]}
        />
        {entries.length === 0 ? (
          <EmptyState icon="store" title={set.length > 0 ? t("enterprises:book.none") : t("enterprises:book.empty")}>
            {set.length > 0 ? t("enterprises:book.noneText") : t("enterprises:book.emptyText")}
          </EmptyState>
        ) : (
          <>
            <Entries entries={entries} />
            <ListPages page={page} total={total} exportable />
          </>
        )}
      </Stack>
    </>
  );
}

type ShownEntry = RegisterEntry & { progress?: ChecklistProgress };

function Entries({ entries }: { entries: readonly ShownEntry[] }) {
  const t = useT();
  const language = useLanguage();
  const columns: Column<ShownEntry>[] = [
    {
      key: "name",
      header: t("enterprises:fact.name"),
      primary: true,
      cell: ({ id, name, taxCode }) => (
        <>
          <a href={`/so/co-so/${id}`}>{name}</a>
          <br />
          <span className="ui-soft">{t("enterprises:book.taxCode", { taxCode })}</span>
        </>
      ),
    },
    { key: "area", header: t("enterprises:fact.area"), cell: ({ area }) => areaLabel(area, t) },
    {
      key: "size",
      header: t("enterprises:fact.size"),
      cell: ({ size }) => (size ? t(`enterprises:sizeName.${size}`) : t("enterprises:fact.none")),
    },
    {
      key: "products",
      header: t("enterprises:fact.products"),
      numeric: true,
      cell: ({ products }) => formatNumber(products, language),
    },
    {
      key: "checklist",
      header: t("enterprises:checklist.form.list"),
      cell: ({ progress }) => <ChecklistTag progress={progress} />,
    },
    {
      key: "registeredOn",
      header: t("enterprises:fact.registeredOn"),
      noWrap: true,
      cell: ({ registeredOn }) => formatDay(registeredOn, language),
    },
  ];
  return (
    <Table
      caption={t("enterprises:book.caption")}
      captionHidden
      columns={columns}
      rows={entries}
      rowKey={({ id }) => id}
    />
  );
}
