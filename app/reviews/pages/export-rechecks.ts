import { may } from "~/accounts/access";
import { door } from "~/accounts/door.server";
import { exportList } from "~/accounts/export-list.server";
import { dayOf } from "~/platform/day";
import { translateCode } from "~/platform/i18n";
import { listRechecks, type RecheckRow } from "~/reviews/recheck-queries.server";
import { readRecheckView } from "~/reviews/recheck-view";

/** A list of re-checks as a file; what nobody has judged yet comes without its decision. */
export const loader = door("bench.watch").load((visit) => {
  const { t, language, url, now, actor } = visit;
  const isOfficer = may(actor.role, "review.work");
  const asking = { officerId: isOfficer ? actor.accountId : null, today: dayOf(now) };
  const view = readRecheckView(url.searchParams.get("xem"), isOfficer);
  const decision = (code: string | null) => code && translateCode(language, `reviews:decision.${code}`);
  return exportList<RecheckRow>(visit, {
    title: t("reviews:recheck.title"),
    journalledAs: "rechecks",
    key: ({ id }) => id,
    page: (window) => listRechecks(view, asking, window),
    columns: [
      { title: t("reviews:recheck.subject"), width: 36, cell: ({ label }) => label },
      { title: t("reviews:figures.kind"), cell: ({ kind }) => t(`reviews:kind.${kind}`) },
      { title: t("desk:queue.enterprise"), width: 40, cell: ({ enterpriseName }) => enterpriseName },
      { title: t("reviews:recheck.drawn"), width: 14, cell: ({ drawnAt }) => ({ day: dayOf(drawnAt) }) },
      { title: t("reviews:recheck.first"), width: 24, cell: ({ first }) => decision(first) },
      { title: t("reviews:recheck.firstBy"), width: 24, cell: ({ firstBy }) => firstBy },
      { title: t("reviews:recheck.second"), width: 24, cell: ({ second }) => decision(second) },
      { title: t("reviews:recheck.secondBy"), width: 24, cell: ({ secondBy }) => secondBy },
      { title: t("reviews:recheck.why"), width: 40, cell: ({ comment }) => comment },
    ],
  });
});
