import type { Day } from "~/platform/day";
import { formatDay } from "~/platform/format";
import { useLanguage, useT } from "~/platform/i18n";
import { Notice } from "~/ui";

interface RevocationNoticeProps {
  certificate: { revokedOn: Day | null; revocationReason: string | null };
  today: Day;
}

/** That a certificate was revoked, or will be on a day to come, and why. */
export function RevocationNotice({ certificate, today }: RevocationNoticeProps) {
  const t = useT();
  const language = useLanguage();
  const { revokedOn, revocationReason } = certificate;
  if (revokedOn === null) return null;
  const day = formatDay(revokedOn, language);
  return (
    <Notice
      tone="danger"
      title={t(revokedOn > today ? "certification:revocation.toCome" : "certification:revocation.since", { day })}
    >
      {revocationReason && <p className="whitespace-pre-line">{revocationReason}</p>}
    </Notice>
  );
}
