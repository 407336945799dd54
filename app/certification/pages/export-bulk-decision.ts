import { door } from "~/accounts/door.server";
import { exportList } from "~/accounts/export-list.server";
import { bulkViews } from "~/certification/bulk-decision";
import { type BulkItem, listBulkItems } from "~/certification/bulk-decision-queries.server";
import { bulkOfVisit, readBulkView } from "~/certification/bulk-of-visit.server";
import { levelWords } from "~/certification/level";

/** What a bulk decision decided, certificate by certificate, as a file. */
export const loader = door("certificate.decide").load(async (visit) => {
  const { t, url } = visit;
  const { found } = await bulkOfVisit(visit);
  const { view, reason } = readBulkView(url);
  const filter = { status: view && bulkViews[view], reason };
  return exportList<BulkItem>(visit, {
    title: t("certification:bulk.title"),
    journalledAs: "bulk-decision",
    key: ({ certificateId }) => certificateId,
    page: (window) => listBulkItems(found.id, filter, window),
    columns: [
      { title: t("certification:field.number"), width: 24, cell: ({ number }) => number },
      { title: t("certification:register.enterprise"), width: 40, cell: ({ enterpriseName }) => enterpriseName },
      { title: t("certification:register.products"), width: 40, cell: ({ products }) => products },
      { title: t("certification:field.level"), cell: ({ level }) => level && levelWords(t, level) },
      { title: t("certification:field.issuedOn"), width: 14, cell: ({ issuedOn }) => ({ day: issuedOn }) },
      {
        title: t("certification:bulk.result"),
        width: 24,
        cell: ({ status }) => t(`certification:bulk.view.${status}`),
      },
      {
        title: t("certification:bulk.reasonLabel"),
        width: 50,
        cell: ({ reason }) => reason && t(`certification:bulk.reason.${reason}`),
      },
      { title: t("certification:recognition.number"), width: 20, cell: () => found.number },
      { title: t("certification:recognition.day"), width: 14, cell: () => ({ day: found.day }) },
    ],
  });
});
