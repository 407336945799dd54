import { door } from "~/accounts/door.server";
import { exportList } from "~/accounts/export-list.server";
import { listAssisted, withProgress } from "~/assistance/assisted-queries.server";
import { dayOf } from "~/platform/day";
import { formatInstant } from "~/platform/format";

/** One's own assisted registrations as a file. */
export const loader = door("registration.assist").load((visit) => {
  const { t, language, actor, now } = visit;
  return exportList<Awaited<ReturnType<typeof withProgress>>[number]>(visit, {
    title: t("assistance:list.caption"),
    journalledAs: "assisted-registrations",
    key: ({ id }) => id,
    page: async ({ limit, offset }) => {
      const { rows, total } = await listAssisted(actor.accountId, { limit, offset });
      return { rows: await withProgress(rows, dayOf(now)), total };
    },
    columns: [
      { title: t("assistance:list.enterprise"), width: 40, cell: ({ enterpriseName }) => enterpriseName },
      { title: t("assistance:list.owner"), width: 30, cell: ({ ownerName }) => ownerName },
      { title: t("assistance:list.products"), width: 12, cell: ({ products }) => products },
      { title: t("assistance:list.state"), cell: ({ status }) => t(`assistance:status.${status}`) },
      {
        title: t("enterprises:checklist.title"),
        width: 14,
        cell: ({ progress }) => (progress ? `${progress.done}/${progress.of}` : null),
      },
      { title: t("assistance:list.savedAt"), cell: ({ savedAt }) => formatInstant(savedAt, language) },
    ],
  });
});
