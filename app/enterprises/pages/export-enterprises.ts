import { door } from "~/accounts/door.server";
import { exportList } from "~/accounts/export-list.server";
import { areaLabel } from "~/areas/area-label";
import { type ChecklistProgress, checklistProgress } from "~/enterprises/checklist-queries.server";
import { maskTaxCode } from "~/enterprises/personal-number";
import { readRegisterQuestion, registerFilter } from "~/enterprises/read-register-question.server";
import { listEnterprises, type RegisterEntry } from "~/enterprises/register-queries.server";
import { dayOf } from "~/platform/day";

/** The register of enterprises as a file; personal numbers stay masked as on the page. */
export const loader = door("register.read").load((visit) => {
  const { t, url, now } = visit;
  const filter = registerFilter(readRegisterQuestion(url.searchParams));
  return exportList<RegisterEntry & { progress: ChecklistProgress | undefined }>(visit, {
    title: t("enterprises:book.title"),
    journalledAs: "enterprises",
    key: ({ id }) => id,
    page: async (window) => {
      const { entries, total } = await listEnterprises(filter, window);
      const progress = await checklistProgress(
        entries.map(({ id }) => id),
        dayOf(now),
      );
      return { rows: entries.map((entry) => ({ ...entry, progress: progress.get(entry.id) })), total };
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
      {
        title: t("enterprises:checklist.title"),
        width: 14,
        cell: ({ progress }) => (progress ? `${progress.done}/${progress.of}` : null),
      },
      { title: t("enterprises:fact.registeredOn"), width: 14, cell: ({ registeredOn }) => ({ day: registeredOn }) },
    ],
  });
});
