import { type CertificateStatus, standingOn } from "~/certification/certificate";
import { lastDayOf } from "~/certification/renewal";
import type { Day } from "~/platform/day";
import { formatDay } from "~/platform/format";
import { useLanguage, useT } from "~/platform/i18n";
import { Tag, type TagTone } from "~/ui";

const statusTones: Record<CertificateStatus, TagTone> = {
  draft: "neutral",
  submitted: "info",
  returned: "warning",
  verified: "success",
  refused: "danger",
  revoked: "danger",
  withdrawn: "neutral",
};

export function CertificateStatusTag({ status }: { status: CertificateStatus }) {
  const t = useT();
  return <Tag tone={statusTones[status]}>{t(`certification:status.${status}`)}</Tag>;
}

interface Standing {
  status: CertificateStatus;
  validFrom: Day;
  validTo: Day | null;
  revokedOn: Day | null;
}

/** How a certificate stands today: its step in the workflow until it is verified, its validity from then on. */
export function CertificateStandingTag({ certificate, today }: { certificate: Standing; today: Day }) {
  const t = useT();
  const language = useLanguage();
  if (certificate.status !== "verified" && certificate.status !== "revoked") {
    return <CertificateStatusTag status={certificate.status} />;
  }
  const standing = standingOn(today, certificate);
  const tones = { valid: "success", expired: "warning", revoked: "danger", "not-yet-valid": "info" } as const;
  const days = {
    valid: lastDayOf(certificate),
    expired: certificate.validTo,
    revoked: certificate.revokedOn,
    "not-yet-valid": certificate.validFrom,
  };
  const day = days[standing];
  return (
    <Tag tone={tones[standing]} icon={standing === "valid" ? "check" : "warning"}>
      {day === null
        ? t("certification:standing.validForever")
        : t(`certification:standing.${standing}`, { day: formatDay(day, language) })}
    </Tag>
  );
}
