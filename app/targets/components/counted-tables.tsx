import { areaLabel } from "~/areas/area-label";
import { useLanguage, useT } from "~/platform/i18n";
import type { CountedEnterprise, CountedProduct } from "~/targets/counted-queries.server";
import { type Column, Table } from "~/ui";

interface Placed {
  areaKind: CountedProduct["areaKind"];
  areaName: string;
  formerDistrict: string;
}

function useAreaColumn<Row extends Placed>(): Column<Row> {
  const t = useT();
  return {
    key: "area",
    header: t("targets:list.area"),
    cell: ({ areaKind, areaName, formerDistrict }) => areaLabel({ kind: areaKind, name: areaName, formerDistrict }, t),
  };
}

export function CountedProducts({ caption, items }: { caption: string; items: readonly CountedProduct[] }) {
  const t = useT();
  const isVietnamese = useLanguage() === "vi";
  const area = useAreaColumn<CountedProduct>();
  return (
    <Table
      caption={caption}
      captionHidden
      rows={items}
      rowKey={({ code }) => code}
      columns={[
        {
          key: "name",
          header: t("targets:list.name"),
          primary: true,
          cell: ({ code, name }) => <a href={`/san-pham/${code}`}>{name}</a>,
        },
        {
          key: "enterprise",
          header: t("targets:list.enterprise"),
          cell: ({ enterpriseCode, enterpriseName }) => <a href={`/co-so/${enterpriseCode}`}>{enterpriseName}</a>,
        },
        area,
        {
          key: "schemes",
          header: t("targets:list.schemes"),
          cell: ({ schemesVi, schemesEn }) => (isVietnamese ? schemesVi : schemesEn).join(", "),
        },
        {
          key: "marketplaces",
          header: t("targets:list.marketplaces"),
          cell: ({ marketplaces }) =>
            marketplaces.length === 0 ? (
              <span className="ui-soft">{t("targets:list.nowhere")}</span>
            ) : (
              marketplaces.join(", ")
            ),
        },
      ]}
    />
  );
}

export function CountedEnterprises({ caption, items }: { caption: string; items: readonly CountedEnterprise[] }) {
  const t = useT();
  const area = useAreaColumn<CountedEnterprise>();
  return (
    <Table
      caption={caption}
      captionHidden
      rows={items}
      rowKey={({ code }) => code}
      columns={[
        {
          key: "name",
          header: t("targets:list.enterprise"),
          primary: true,
          cell: ({ code, name }) => <a href={`/co-so/${code}`}>{name}</a>,
        },
        area,
        {
          key: "form",
          header: t("targets:list.form"),
          cell: ({ legalForm }) => t(`enterprises:legalForm.${legalForm}`),
        },
        {
          key: "sector",
          header: t("targets:list.sector"),
          cell: ({ sector }) => t(`enterprises:sector.${sector}`),
        },
      ]}
    />
  );
}
