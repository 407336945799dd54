import { benchHref } from "~/desk/bench-href";
import type { DecidedFigures, OfficerFigures, ReasonFigures } from "~/desk/bench-queries.server";
import { formatNumber } from "~/platform/format";
import { useLanguage, useT } from "~/platform/i18n";
import { Section, Table } from "~/ui";

interface BenchTablesProps {
  decided: readonly DecidedFigures[];
  reasons: readonly ReasonFigures[];
  /** Null for those who may not see who did what. */
  officers: readonly OfficerFigures[] | null;
}

/** What was decided and how fast, why things went back, and for leadership who decided. */
export function BenchTables({ decided, reasons, officers }: BenchTablesProps) {
  const t = useT();
  const language = useLanguage();
  const isVietnamese = language === "vi";
  const number = (value: number) => formatNumber(value, language);
  return (
    <>
      <Section title={t("reviews:figures.decided")}>
        {decided.length === 0 ? (
          <p>{t("reviews:figures.none")}</p>
        ) : (
          <Table
            caption={t("reviews:figures.decided")}
            captionHidden
            rows={decided}
            rowKey={({ kind, schemeId }) => `${kind} ${schemeId}`}
            columns={[
              {
                key: "kind",
                header: t("reviews:figures.kind"),
                primary: true,
                cell: (figures) =>
                  [t(`reviews:kind.${figures.kind}`), isVietnamese ? figures.schemeVi : figures.schemeEn]
                    .filter(Boolean)
                    .join(", "),
              },
              {
                key: "count",
                header: t("reviews:figures.count"),
                numeric: true,
                cell: (figures) => <a href={benchHref.decided(figures)}>{number(figures.decided)}</a>,
              },
              {
                key: "inTime",
                header: t("reviews:figures.inTime"),
                numeric: true,
                cell: (figures) => <a href={benchHref.inTime(figures)}>{number(figures.inTime)}</a>,
              },
              {
                key: "median",
                header: t("reviews:figures.median"),
                noWrap: true,
                cell: (figures) => (
                  <a href={benchHref.decided(figures)}>
                    {t("reviews:figures.days", { count: figures.medianDays, days: number(figures.medianDays) })}
                  </a>
                ),
              },
            ]}
          />
        )}
      </Section>
      <Section title={t("reviews:figures.reasons")}>
        {reasons.length === 0 ? (
          <p>{t("reviews:figures.none")}</p>
        ) : (
          <Table
            caption={t("reviews:figures.reasons")}
            captionHidden
            plain
            rows={reasons}
            rowKey={({ id }) => id}
            columns={[
              {
                key: "reason",
                header: t("reviews:figures.reason"),
                primary: true,
                cell: ({ kind, wordsVi, wordsEn }) => (
                  <>
                    {isVietnamese ? wordsVi : wordsEn}
                    <br />
                    <span className="ui-soft">{t(`reviews:kind.${kind}`)}</span>
                  </>
                ),
              },
              {
                key: "count",
                header: t("reviews:figures.count"),
                numeric: true,
                cell: (figures) => <a href={benchHref.reason(figures)}>{number(figures.count)}</a>,
              },
            ]}
          />
        )}
      </Section>
      {officers && (
        <Section title={t("reviews:figures.officers")}>
          <Table
            caption={t("reviews:figures.officers")}
            captionHidden
            plain
            rows={officers}
            rowKey={({ id }) => id}
            columns={[
              { key: "name", header: t("reviews:figures.officer"), primary: true, cell: ({ name }) => name },
              {
                key: "holds",
                header: t("reviews:figures.holds"),
                numeric: true,
                cell: (figures) => <a href={benchHref.holds(figures)}>{number(figures.holds)}</a>,
              },
              {
                key: "decided",
                header: t("reviews:figures.count"),
                numeric: true,
                cell: (figures) => <a href={benchHref.decidedBy(figures)}>{number(figures.decided)}</a>,
              },
            ]}
          />
        </Section>
      )}
    </>
  );
}
