import { schemeVersionCodes } from "~/maturity/assessment";
import type { Day } from "~/platform/day";
import { formatDay, formatInstant } from "~/platform/format";
import { useLanguage, useT } from "~/platform/i18n";
import { Table } from "~/ui";
import { useLevelWords } from "./level-words";

export interface ShownAssessment {
  id: string;
  schemeVersion: string;
  level: number;
  assessedOn: Day;
  source: string;
  verifiedAt: string;
  verifiedByName: string | null;
}

/** The verified results of one enterprise, newest first. */
export function AssessmentList({ assessments }: { assessments: readonly ShownAssessment[] }) {
  const t = useT();
  const language = useLanguage();
  const levelWords = useLevelWords();
  if (assessments.length === 0) return <p>{t("maturity:record.none")}</p>;
  const versionWords = (code: string) => {
    const known = schemeVersionCodes.find((version) => version === code);
    return known ? t(`maturity:version.${known}`) : code;
  };
  return (
    <Table
      caption={t("maturity:record.former")}
      captionHidden
      rows={assessments}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "day",
          header: t("maturity:field.assessedOn"),
          primary: true,
          noWrap: true,
          cell: ({ assessedOn }) => formatDay(assessedOn, language),
        },
        { key: "level", header: t("maturity:field.level"), cell: ({ level }) => levelWords(level) },
        {
          key: "version",
          header: t("maturity:field.schemeVersion"),
          cell: ({ schemeVersion }) => versionWords(schemeVersion),
        },
        { key: "source", header: t("maturity:field.source"), cell: ({ source }) => source },
        {
          key: "verified",
          header: t("maturity:field.verified"),
          cell: ({ verifiedAt, verifiedByName }) => {
            const at = formatInstant(verifiedAt, language);
            return verifiedByName
              ? t("maturity:record.by", { name: verifiedByName, at })
              : t("maturity:record.at", { at });
          },
        },
      ]}
    />
  );
}
