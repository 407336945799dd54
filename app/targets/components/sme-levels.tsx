import { formatNumber } from "~/platform/format";
import { useLanguage, useT } from "~/platform/i18n";
import { countedHref } from "~/targets/counted-href";
import { type ScopeCode, scopeParameter } from "~/targets/scope";
import type { Judged, LevelView } from "~/targets/target-view";
import { Table } from "~/ui";
import { useShareWords } from "./share-words";

interface SmeLevelsProps {
  code: string;
  levels: readonly LevelView[];
  population: { year: number; count: number; source: string } | null;
  unsized: number;
  scope: ScopeCode;
}

/** The SME share at the target's level and at the strict one, each of both denominators, and who stands in neither. */
export function SmeLevels({ code, levels, population, unsized, scope }: SmeLevelsProps) {
  const t = useT();
  const language = useLanguage();
  const words = useShareWords();
  const href = (nhom: string, muc?: number) => countedHref(code, { nhom, muc, "pham-vi": scopeParameter(scope) });
  const cell = ({ share }: Judged, level: number) => (
    <>
      {words(share)}
      {share.of > 0 && (
        <>
          <br />
          <a className="ui-soft" href={href("dem", level)}>
            {formatNumber(share.counted, language)} / {formatNumber(share.of, language)}
            <span className="ui-hidden"> {t("targets:sme.enterprises")}</span>
          </a>
        </>
      )}
    </>
  );
  const missing = scope === "toan-tinh" ? t("targets:sme.notEntered") : t("targets:sme.notForScope");
  return (
    <>
      <Table
        caption={t("targets:sme.caption")}
        captionHidden
        plain
        rows={levels}
        rowKey={({ level }) => String(level)}
        columns={[
          {
            key: "level",
            header: t("targets:sme.level"),
            primary: true,
            cell: ({ level, isStrict }) => t(isStrict ? "targets:sme.strict" : "targets:sme.levelAtLeast", { level }),
          },
          {
            key: "registered",
            header: t("targets:sme.registered"),
            numeric: true,
            cell: ({ registered, level }) => cell(registered, level),
          },
          {
            key: "official",
            header: population ? t("targets:sme.official", { year: population.year }) : t("targets:sme.officialNone"),
            numeric: true,
            cell: ({ official, level }) => (official ? cell(official, level) : missing),
          },
        ]}
      />
      <p className="ui-soft">
        {population &&
          t("targets:sme.source", {
            year: population.year,
            count: formatNumber(population.count, language),
            source: population.source,
          })}{" "}
        {unsized > 0 && <a href={href("chua-ro-quy-mo")}>{t("targets:sme.unsized", { count: unsized })}</a>}
      </p>
    </>
  );
}
