import { door } from "~/accounts/door.server";
import { exportList } from "~/accounts/export-list.server";
import { listQueue, type QueueRow } from "~/desk/queue-queries.server";
import { queueAskedBy, readQueueAddress } from "~/reviews/queue-address";

/** The officers' queue as a file. */
export const loader = door("review.work").load((visit) => {
  const { t, language, url, now, actor } = visit;
  const asked = queueAskedBy(
    readQueueAddress((name) => url.searchParams.get(name)),
    actor.accountId,
  );
  return exportList<QueueRow>(visit, {
    title: t("desk:queue.title"),
    journalledAs: "queue",
    key: ({ id }) => id,
    page: (window) => listQueue(asked, { officerId: actor.accountId, now }, window),
    columns: [
      { title: t("desk:queue.subject"), width: 36, cell: ({ label }) => label },
      { title: t("desk:queue.kindLabel"), cell: ({ kind }) => t(`desk:queue.kind.${kind}`) },
      {
        title: t("desk:queue.scheme"),
        width: 30,
        cell: ({ schemeVi, schemeEn }) => (language === "vi" ? schemeVi : schemeEn),
      },
      { title: t("desk:queue.enterprise"), width: 40, cell: ({ enterpriseName }) => enterpriseName },
      { title: t("desk:queue.area"), width: 24, cell: ({ area }) => area },
      { title: t("desk:queue.openedOn"), width: 14, cell: ({ openedOn }) => ({ day: openedOn }) },
      { title: t("desk:queue.dueLabel"), width: 14, cell: ({ dueOn }) => ({ day: dueOn }) },
      { title: t("desk:queue.risk"), width: 10, cell: ({ risk }) => risk },
      { title: t("desk:queue.holder"), width: 24, cell: ({ heldByName }) => heldByName },
    ],
  });
});
