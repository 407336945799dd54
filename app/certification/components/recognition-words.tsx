import type { Day } from "~/platform/day";
import { formatDay } from "~/platform/format";
import { useLanguage, useT } from "~/platform/i18n";

export interface RecognitionWordsProps {
  recognition: { number: string; day: Day; issuer: string; paperId: string | null };
  /** Whether the reader may open the signed paper. */
  withPaper: boolean;
}

/** A signed decision by number, day and issuer, for staff with its paper. */
export function RecognitionWords({ recognition, withPaper }: RecognitionWordsProps) {
  const t = useT();
  const language = useLanguage();
  const { number, day, issuer, paperId } = recognition;
  return (
    <>
      {t("certification:bulk.documentOf", { number, day: formatDay(day, language) })}
      <br />
      <span className="ui-soft">{issuer}</span>
      {withPaper && paperId && (
        <>
          <br />
          <a href={`/tep/${paperId}`}>{t("certification:bulk.paperLink")}</a>
        </>
      )}
    </>
  );
}
