import { door } from "~/accounts/door.server";
import { exportList } from "~/accounts/export-list.server";
import { type ListedBulkDecision, listBulkDecisions } from "~/certification/bulk-decision-queries.server";
import { formatDay, formatInstant } from "~/platform/format";

/** The decisions taken by one document as a file. */
export const loader = door("certificate.decide").load((visit) => {
  const { t, language } = visit;
  return exportList<ListedBulkDecision>(visit, {
    title: t("certification:bulk.list"),
    journalledAs: "bulk-decisions",
    key: ({ id }) => id,
    page: async ({ limit, offset }) => {
      const { decisions, total } = await listBulkDecisions({ page: 1, limit, offset });
      return { rows: decisions, total };
    },
    columns: [
      {
        title: t("certification:bulk.document"),
        width: 40,
        cell: ({ number, day }) => t("certification:bulk.documentOf", { number, day: formatDay(day, language) }),
      },
      {
        title: t("certification:field.schemeId"),
        width: 30,
        cell: ({ schemeVi, schemeEn }) => (language === "vi" ? schemeVi : schemeEn),
      },
      { title: t("certification:bulk.statusLabel"), cell: ({ status }) => t(`certification:bulk.status.${status}`) },
      {
        title: t("certification:bulk.result"),
        cell: ({ verified, total }) => t("certification:bulk.verifiedOf", { verified, total }),
      },
      { title: t("certification:bulk.by"), width: 30, cell: ({ officerName }) => officerName },
      { title: t("certification:bulk.at"), cell: ({ createdAt }) => formatInstant(createdAt, language) },
    ],
  });
});
