import { standingOn } from "~/certification/certificate";
import { CertificateStandingTag } from "~/certification/components/certificate-tags";
import { levelWords } from "~/certification/level";
import type { PublicCertificate } from "~/desk/public-queries.server";
import type { Day } from "~/platform/day";
import { formatDay } from "~/platform/format";
import { useLanguage, useT } from "~/platform/i18n";
import { Card, EmptyState, Notice, Section, Stack, SummaryList, Tag } from "~/ui";

/** Every certificate that was verified for the product, as it stands today: the lapsed ones are not hidden. */
export function PublicCertificates({
  certificates,
  today,
}: {
  certificates: readonly PublicCertificate[];
  today: Day;
}) {
  const t = useT();
  const language = useLanguage();
  const isValid = certificates.some((certificate) => standingOn(today, certificate) === "valid");
  return (
    <Section
      title={t("desk:product.certificates")}
      lead={t("desk:product.certificatesLead", { day: formatDay(today, language) })}
    >
      {certificates.length === 0 ? (
        <EmptyState title={t("desk:product.noCertificate")} icon="document" headingLevel={3}>
          {t("desk:product.noCertificateText")}
        </EmptyState>
      ) : (
        <Stack>
          {!isValid && (
            <Notice tone="warning" title={t("desk:product.notValid")}>
              <p>{t("desk:product.lapsed")}</p>
            </Notice>
          )}
          {certificates.map((certificate) => (
            <PublicCertificateCard key={certificate.id} certificate={certificate} today={today} />
          ))}
        </Stack>
      )}
    </Section>
  );
}

function PublicCertificateCard({ certificate, today }: { certificate: PublicCertificate; today: Day }) {
  const t = useT();
  const language = useLanguage();
  const isVietnamese = language === "vi";
  const { level } = certificate;
  return (
    <Card
      title={isVietnamese ? certificate.schemeVi : certificate.schemeEn}
      tags={
        <>
          <CertificateStandingTag certificate={certificate} today={today} />
          {certificate.counts && standingOn(today, certificate) === "valid" && (
            <Tag tone="accent">{t("certification:counts")}</Tag>
          )}
        </>
      }
    >
      <SummaryList
        items={[
          { key: "number", term: t("desk:product.number"), value: certificate.number },
          ...(level === null ? [] : [{ key: "level", term: t("desk:product.level"), value: levelWords(t, level) }]),
          {
            key: "issuer",
            term: t("desk:product.issuer"),
            value: isVietnamese ? certificate.issuerVi : certificate.issuerEn,
          },
          { key: "issued", term: t("desk:product.issuedOn"), value: formatDay(certificate.issuedOn, language) },
        ]}
      />
      <p>
        <a href={`/kiem-tra/${certificate.code}`}>{t("desk:product.check", { number: certificate.number })}</a>
      </p>
    </Card>
  );
}
