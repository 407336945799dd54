import { useLoaderData } from "@remix-run/react";
import { may } from "~/accounts/access";
import { door } from "~/accounts/door.server";
import { benchHref } from "~/desk/bench-href";
import {
  countDecidedFigures,
  countOfficerFigures,
  countReasonFigures,
  countWaitingFigures,
} from "~/desk/bench-queries.server";
import { BenchTables } from "~/desk/components/bench-tables";
import { dayOf } from "~/platform/day";
import { formatNumber } from "~/platform/format";
import { titleOf } from "~/platform/http/page-title";
import { useLanguage, useT } from "~/platform/i18n";
import { countRechecks } from "~/reviews/recheck-queries.server";
import { recheckHref, recheckViews } from "~/reviews/recheck-view";
import { Figure, Figures, PageHeader, Section, Stack } from "~/ui";

export const loader = door("bench.watch").load(async ({ actor, now, t }) => {
  const today = dayOf(now);
  const isLeader = may(actor.role, "progress.watch");
  const [waiting, decided, reasons, rechecks, officers] = await Promise.all([
    countWaitingFigures(today),
    countDecidedFigures(today),
    countReasonFigures(today),
    // An officer counts what they may open: what waits for them, and what concerns them.
    countRechecks({ officerId: isLeader ? null : actor.accountId, today }),
    isLeader ? countOfficerFigures(today) : null,
  ]);
  return { title: t("reviews:figures.title"), waiting, decided, reasons, rechecks, officers };
});

export const meta = titleOf;

export default function BenchFigures() {
  const t = useT();
  const language = useLanguage();
  const { title, waiting, rechecks, ...tables } = useLoaderData<typeof loader>();
  const number = (value: number) => formatNumber(value, language);
  const sum = (of: (figures: (typeof waiting)[number]) => number) =>
    waiting.reduce((total, figures) => total + of(figures), 0);
  return (
    <>
      <PageHeader title={title} lead={t("reviews:figures.lead")} />
      <Stack gap="loose">
        <Section title={t("reviews:figures.now")}>
          <Figures>
            <Figure
              label={t("reviews:figures.waiting")}
              value={number(sum((figures) => figures.waiting))}
              href={benchHref.waiting}
            />
            <Figure
              label={t("reviews:figures.overdue")}
              value={number(sum((figures) => figures.overdue))}
              href={benchHref.overdue}
            />
            {waiting.map((figures) => (
              <Figure
                key={figures.kind}
                label={`${t("reviews:figures.age")}: ${t(`reviews:kind.${figures.kind}`)}`}
                value={t("reviews:figures.days", { count: figures.medianAge, days: number(figures.medianAge) })}
                href={benchHref.age(figures)}
              />
            ))}
          </Figures>
        </Section>
        <Section title={t("reviews:figures.rechecks")}>
          <Figures>
            {recheckViews.map((view) => (
              <Figure
                key={view}
                label={t(`reviews:recheck.view.${view}`)}
                value={number(rechecks[view])}
                href={recheckHref(view)}
              />
            ))}
          </Figures>
        </Section>
        <BenchTables {...tables} />
      </Stack>
    </>
  );
}
