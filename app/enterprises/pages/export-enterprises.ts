import { door } from "~/accounts/door.server";
import { exportList } from "~/accounts/export-list.server";
import { areaLabel } from "~/areas/area-label";
import { maskTaxCode } from "~/enterprises/personal-number";
import { readRegisterQuestion, registerFilter } from "~/enterprises/read-register-question.server";
import { listEnterprises, type RegisterEntry } from "~/enterprises/register-queries.server";

/** The register of enterprises as a file; personal numbers stay masked as on the page. */
export const loader = door("register.read").load((visit) => {
  const { t, url } = visit;
  const filter = registerFilter(readRegisterQuestion(url.searchParams));
  return exportList<RegisterEntry>(visit, {
    title: t("enterprises:book.title"),
    journalledAs: "enterprises",
    key: ({ id }) => id,
    page: async (window) => {
      const { entries, total } = await listEnterprises(filter, window);
      return { rows: entries, total };
    },
    columns: [
      { title: t("enterprises:fact.name"), width: 40, cell: ({ name }) => name },
      { title: t("enterprises:fact.taxCode"), width: 16, cell: ({ taxCode }) => maskTaxCode(taxCode) },
      {
        title: t("enterprises:fact.legalForm"),
        width: 24,
        cell: ({ legalForm }) => t(`enterprises:legalForm.${legalForm}`),
      },
      { title: t("enterprises:fact.sector"), width: 24, cell: ({ sector }) => t(`enterprises:sector.${sector}`) },
      { title: t("enterprises:fact.area"), width: 30, cell: ({ area }) => areaLabel(area, t) },
      { title: t("enterprises:fact.size"), cell: ({ size }) => size && t(`enterprises:sizeName.${size}`) },
      { title: t("enterprises:fact.products"), width: 12, cell: ({ products }) => products },
      { title: t("enterprises:fact.registeredOn"), width: 14, cell: ({ registeredOn }) => ({ day: registeredOn }) },
    ],
  });
});
