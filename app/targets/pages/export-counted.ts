import { door } from "~/accounts/door.server";
import { exportList } from "~/accounts/export-list.server";
import { areaLabel } from "~/areas/area-label";
import type { CountedEnterprise, CountedProduct } from "~/targets/counted-queries.server";
import { readCountedList } from "~/targets/read-counted-list.server";

/** The list behind a figure as a file. */
export const loader = door("public").load(async (visit) => {
  const { t, language } = visit;
  const list = await readCountedList(visit);
  const { title } = list;
  const area = ({ areaKind: kind, areaName: name, formerDistrict }: CountedProduct | CountedEnterprise) =>
    areaLabel({ kind, name, formerDistrict }, t);
  if (list.isProducts) {
    return exportList<CountedProduct>(visit, {
      title,
      key: ({ code }) => code,
      page: async (window) => {
        const { items, total } = await list.products(window);
        return { rows: items, total };
      },
      columns: [
        { title: t("targets:list.code"), width: 12, cell: ({ code }) => code },
        { title: t("targets:list.name"), width: 40, cell: ({ name }) => name },
        { title: t("targets:list.group"), cell: ({ group }) => t(`products:group.${group}`) },
        { title: t("targets:list.enterprise"), width: 40, cell: ({ enterpriseName }) => enterpriseName },
        { title: t("targets:list.area"), width: 30, cell: area },
        {
          title: t("targets:list.schemes"),
          width: 30,
          cell: ({ schemesVi, schemesEn }) => (language === "vi" ? schemesVi : schemesEn).join(", "),
        },
        { title: t("targets:list.marketplaces"), cell: ({ marketplaces }) => marketplaces.join(", ") },
      ],
    });
  }
  return exportList<CountedEnterprise>(visit, {
    title,
    key: ({ code }) => code,
    page: async (window) => {
      const { items, total } = await list.enterprises(window);
      return { rows: items, total };
    },
    columns: [
      { title: t("targets:list.code"), width: 12, cell: ({ code }) => code },
      { title: t("targets:list.enterprise"), width: 40, cell: ({ name }) => name },
      { title: t("targets:list.area"), width: 30, cell: area },
      { title: t("targets:list.form"), width: 24, cell: ({ legalForm }) => t(`enterprises:legalForm.${legalForm}`) },
      { title: t("targets:list.sector"), width: 24, cell: ({ sector }) => t(`enterprises:sector.${sector}`) },
    ],
  });
});
