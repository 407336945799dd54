import type { RevocationReason, RevocationStatus } from "~/certification/revocation";
import type { Day } from "~/platform/day";
import { formatDay, formatInstant } from "~/platform/format";
import { useLanguage, useT } from "~/platform/i18n";
import { Section, SummaryList, Tag, type TagTone } from "~/ui";

const tones: Readonly<Record<RevocationStatus, TagTone>> = {
  proposed: "info",
  confirmed: "danger",
  rejected: "neutral",
  withdrawn: "neutral",
};

interface Facts {
  status: RevocationStatus;
  effectiveOn: Day;
  reason: RevocationReason;
  explanation: string;
  document: { id: string; name: string } | null;
  proposedByName: string;
  proposedAt: string;
}

/** What was proposed, by whom and from which day on. */
export function RevocationFacts({ revocation, today }: { revocation: Facts; today: Day }) {
  const t = useT();
  const language = useLanguage();
  const { status, document } = revocation;
  const day = formatDay(revocation.effectiveOn, language);
  const item = (
    key: "status" | "effectiveOn" | "reasonLabel" | "explanation" | "document" | "proposedBy",
    value: React.ReactNode,
  ) => ({
    key,
    term: t(`certification:revocation.${key === "status" ? "statusLabel" : key}`),
    value,
  });
  return (
    <Section title={t("certification:revocation.proposal")}>
      <SummaryList
        items={[
          item("status", <Tag tone={tones[status]}>{t(`certification:revocation.status.${status}`)}</Tag>),
          item("effectiveOn", revocation.effectiveOn > today ? t("certification:revocation.inFuture", { day }) : day),
          item("reasonLabel", t(`certification:revocation.reason.${revocation.reason}`)),
          item("explanation", <span className="whitespace-pre-line">{revocation.explanation}</span>),
          ...(document ? [item("document", <a href={`/tep/${document.id}`}>{document.name}</a>)] : []),
          item("proposedBy", `${revocation.proposedByName}, ${formatInstant(revocation.proposedAt, language)}`),
        ]}
      />
    </Section>
  );
}
