import { may } from "~/accounts/access";
import { door, notFound } from "~/accounts/door.server";
import { exportList } from "~/accounts/export-list.server";
import { type DecidedRow, listDecided } from "~/desk/decided-queries.server";
import { dayOf } from "~/platform/day";
import { translateCode } from "~/platform/i18n";
import { decidedFilter, readDecidedAddress } from "~/reviews/decided-address";

/** The decided reviews as a file. */
export const loader = door("bench.watch").load((visit) => {
  const { t, language, url, now, actor } = visit;
  const address = readDecidedAddress((name) => url.searchParams.get(name));
  const showsNames = may(actor.role, "progress.watch");
  if (address.canBo && !showsNames && address.canBo !== actor.accountId) throw notFound();
  const filter = decidedFilter(address, dayOf(now));
  return exportList<DecidedRow>(visit, {
    title: t("reviews:decidedList.title"),
    journalledAs: "decided-reviews",
    key: ({ id }) => id,
    page: (window) => listDecided(filter, { showsNames }, window),
    columns: [
      { title: t("desk:queue.subject"), width: 36, cell: ({ label }) => label },
      { title: t("desk:queue.kindLabel"), cell: ({ kind }) => t(`desk:queue.kind.${kind}`) },
      { title: t("desk:queue.enterprise"), width: 40, cell: ({ enterpriseName }) => enterpriseName },
      {
        title: t("reviews:decidedList.decision"),
        width: 24,
        cell: ({ decision }) => translateCode(language, `reviews:decision.${decision}`),
      },
      { title: t("reviews:decidedList.day"), width: 14, cell: ({ decidedOn }) => ({ day: decidedOn }) },
      { title: t("desk:queue.dueLabel"), width: 14, cell: ({ dueOn }) => ({ day: dueOn }) },
      { title: t("reviews:figures.officer"), width: 24, cell: ({ decidedByName }) => decidedByName },
    ],
  });
});
