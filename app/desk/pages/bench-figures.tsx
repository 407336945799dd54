import { useLoaderData } from "@remix-run/react";
import { may } from "~/accounts/access";
import { door } from "~/accounts/door.server";
import {
  countDecidedFigures,
  countOfficerFigures,
  countReasonFigures,
  countRecheckFigures,
  countWaitingFigures,
} from "~/desk/bench-queries.server";
import { BenchTables } from "~/desk/components/bench-tables";
import { dayOf } from "~/platform/day";
import { formatNumber } from "~/platform/format";
import { titleOf } from "~/platform/http/page-title";
import { useLanguage, useT } from "~/platform/i18n";
import { Figure, Figures, PageHeader, Section, Stack } from "~/ui";

export const loader = door("bench.watch").load(async ({ actor, now, t }) => {
  const today = dayOf(now);
  const [waiting, decided, reasons, rechecks, officers] = await Promise.all([
    countWaitingFigures(today),
    countDecidedFigures(today),
    countReasonFigures(today),
    countRecheckFigures(today),
    may(actor.role, "progress.watch") ? countOfficerFigures(today, now) : null,
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
              href="/tham-dinh?xem=tat-ca"
            />
            <Figure
              label={t("reviews:figures.overdue")}
              value={number(sum((figures) => figures.overdue))}
              href="/tham-dinh?han=qua-han"
            />
            {waiting.map((figures) => (
              <Figure
                key={figures.kind}
                label={`${t("reviews:figures.age")}: ${t(`reviews:kind.${figures.kind}`)}`}
                value={t("reviews:figures.days", { days: number(figures.medianAge) })}
                href={`/tham-dinh?loai=${figures.kind}&xep=cho-lau`}
              />
            ))}
          </Figures>
        </Section>
        <Section title={t("reviews:figures.rechecks")}>
          <Figures>
            {(["judged", "agreed", "waiting"] as const).map((key) => (
              <Figure
                key={key}
                label={t(key === "waiting" ? "reviews:figures.toJudge" : `reviews:figures.${key}`)}
                value={number(rechecks[key])}
                href="/tham-dinh/kiem-tra-lai"
              />
            ))}
          </Figures>
        </Section>
        <BenchTables {...tables} />
      </Stack>
    </>
  );
}
