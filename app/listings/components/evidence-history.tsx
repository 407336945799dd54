import type { EvidenceKind, EvidenceVerdict } from "~/listings/listing-status";
import { formatInstant } from "~/platform/format";
import { useLanguage, useT } from "~/platform/i18n";
import { Section, Timeline } from "~/ui";

export interface SeenEvidence {
  id: string;
  kind: EvidenceKind;
  verdict: EvidenceVerdict;
  rawStatus: string;
  note: string;
  fileId: string | null;
  observedAt: string;
  recordedByName: string | null;
}

/** What was seen of a listing, by whom and when, newest first. */
export function EvidenceHistory({ evidence }: { evidence: readonly SeenEvidence[] }) {
  const t = useT();
  const language = useLanguage();
  return (
    <Section title={t("listings:confirm.history")}>
      {evidence.length === 0 ? (
        <p>{t("listings:confirm.noHistory")}</p>
      ) : (
        <Timeline
          events={evidence.map((proof) => ({
            key: proof.id,
            title: t("listings:confirm.by", {
              kind: t(`listings:kind.${proof.kind}`),
              verdict: t(`listings:verdict.${proof.verdict}`),
            }),
            time: formatInstant(proof.observedAt, language),
            dateTime: proof.observedAt,
            tone: proof.verdict === "live" ? ("success" as const) : ("danger" as const),
            detail: <Detail proof={proof} />,
          }))}
        />
      )}
    </Section>
  );
}

function Detail({ proof }: { proof: SeenEvidence }) {
  const t = useT();
  return (
    <>
      {proof.recordedByName && <p>{t("listings:confirm.recordedBy", { name: proof.recordedByName })}</p>}
      {proof.rawStatus && <p>{t("listings:confirm.raw", { text: proof.rawStatus })}</p>}
      {proof.note && <p>{proof.note}</p>}
      {proof.fileId && (
        <p>
          <a href={`/tep/${proof.fileId}`} target="_blank" rel="noreferrer">
            {t("listings:confirm.screenshot")}
          </a>
        </p>
      )}
    </>
  );
}
