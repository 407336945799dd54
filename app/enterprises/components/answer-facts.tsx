import { formatInstant } from "~/platform/format";
import { useLanguage, useT } from "~/platform/i18n";
import { SummaryList } from "~/ui";

interface AnswerFactsProps {
  answer: {
    guidanceVi: string;
    guidanceEn: string;
    answeredAt: string;
    answeredBy: string | null;
    note: string;
  };
}

/** What an item of the checklist asks for, and what the owner answered. */
export function AnswerFacts({ answer }: AnswerFactsProps) {
  const t = useT();
  const language = useLanguage();
  return (
    <SummaryList
      items={[
        {
          key: "guidance",
          term: t("enterprises:checklist.review.guidance"),
          value: language === "vi" ? answer.guidanceVi : answer.guidanceEn,
        },
        { key: "at", term: t("enterprises:checklist.review.at"), value: formatInstant(answer.answeredAt, language) },
        { key: "by", term: t("enterprises:checklist.review.by"), value: answer.answeredBy ?? "–" },
        { key: "note", term: t("enterprises:checklist.note"), value: answer.note || t("enterprises:fact.none") },
      ]}
    />
  );
}
