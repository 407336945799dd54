import type { CertificateStanding } from "~/certification/certificate";
import type { CheckedCertificate } from "~/certification/checked-certificate";
import { levelWords } from "~/certification/level";
import type { Day } from "~/platform/day";
import { formatDay } from "~/platform/format";
import { useLanguage, useT } from "~/platform/i18n";
import { Notice, type NoticeTone, Section, Stack, SummaryList } from "~/ui";

const tones: Readonly<Record<CertificateStanding, NoticeTone>> = {
  valid: "success",
  "not-yet-valid": "info",
  expired: "warning",
  revoked: "danger",
};

interface CheckedFactsProps {
  certificate: CheckedCertificate & {
    schemeVi: string;
    schemeEn: string;
    issuerVi: string;
    issuerEn: string;
    number: string;
    level: string | null;
    issuedOn: Day;
    validFrom: Day;
    enterpriseName: string;
  };
}

/** The answer to whoever checks a certificate, first of all whether it holds today. */
export function CheckedCertificateFacts({ certificate }: CheckedFactsProps) {
  const t = useT();
  const language = useLanguage();
  const isVietnamese = language === "vi";
  const { standing, lastDay, level, reason, renewal, revokedOn } = certificate;
  const day = (value: Day) => formatDay(value, language);
  const endless = t("certification:standing.validForever");
  const items = [
    ["holder", certificate.enterpriseName],
    ["scheme", isVietnamese ? certificate.schemeVi : certificate.schemeEn],
    ["issuer", isVietnamese ? certificate.issuerVi : certificate.issuerEn],
    ["number", certificate.number],
    ...(level === null ? [] : [["level", levelWords(t, level)] as const]),
    ["issuedOn", day(certificate.issuedOn)],
    ["validFrom", day(certificate.validFrom)],
    ...(revokedOn === null ? [["validTo", lastDay === null ? endless : day(lastDay)] as const] : []),
    ...(revokedOn === null ? [] : [["revokedOn", day(revokedOn)] as const]),
    ...(reason === null ? [] : [["reason", t(`certification:revocation.reason.${reason}`)] as const]),
  ] as const;
  return (
    <Stack gap="loose">
      <Notice tone={tones[standing]} title={t(`certification:check.standing.${standing}`)}>
        <p>{t(`certification:check.meaning.${standing}`)}</p>
      </Notice>
      {renewal && (
        <Notice>
          <p>
            {t("certification:renewal.by")} <a href={`/kiem-tra/${renewal.code}`}>{renewal.number}</a>
          </p>
          {renewal.gap && (
            <p>{t("certification:check.gap", { from: day(renewal.gap.from), to: day(renewal.gap.to) })}</p>
          )}
        </Notice>
      )}
      <SummaryList items={items.map(([key, value]) => ({ key, term: t(`certification:check.fact.${key}`), value }))} />
      <Section title={t("certification:check.scope")}>
        {certificate.products.length === 0 ? (
          <p>{t("certification:check.noScope")}</p>
        ) : (
          <ul className="list-disc pl-5">
            {certificate.products.map(({ name, from, to }) => (
              <li key={`${name} ${from}`}>
                {to === null
                  ? t("certification:check.coveredFrom", { name, from: day(from) })
                  : t("certification:check.covered", { name, from: day(from), to: day(to) })}
              </li>
            ))}
          </ul>
        )}
      </Section>
    </Stack>
  );
}
