import { gapBefore } from "~/certification/renewal";
import type { Renewals } from "~/certification/renewal-queries.server";
import type { Day } from "~/platform/day";
import { formatDay } from "~/platform/format";
import { useLanguage, useT } from "~/platform/i18n";
import { Notice } from "~/ui";
import { CertificateStatusTag } from "./certificate-tags";

interface RenewalNoticesProps {
  certificate: { validFrom: Day };
  renewals: Renewals;
  /** The address of another certificate's page, for whoever reads this one. */
  hrefOf(certificateId: string): string;
}

/** The certificates before and after this one, and the days and products that would be lost between them. */
export function RenewalNotices({ certificate, renewals, hrefOf }: RenewalNoticesProps) {
  const t = useT();
  const language = useLanguage();
  const { renewed, renewal, dropped } = renewals;
  const gap = renewed && gapBefore(certificate, renewed);
  if (!renewed && !renewal) return null;
  return (
    <>
      {renewal && (
        <Notice>
          <p>
            {t("certification:renewal.by")} <a href={hrefOf(renewal.id)}>{renewal.number}</a>{" "}
            <CertificateStatusTag status={renewal.status} />
          </p>
        </Notice>
      )}
      {renewed && (
        <Notice>
          <p>
            {t("certification:renewal.of")} <a href={hrefOf(renewed.id)}>{renewed.number}</a>
          </p>
        </Notice>
      )}
      {gap && (
        <Notice tone="warning" title={t("certification:renewal.gapTitle", { count: gap.days })}>
          <p>
            {t("certification:renewal.gap", {
              from: formatDay(gap.from, language),
              to: formatDay(gap.to, language),
            })}
          </p>
        </Notice>
      )}
      {renewed && dropped.length > 0 && (
        <Notice tone="warning" title={t("certification:renewal.dropped")}>
          <ul>
            {dropped.map((name) => (
              <li key={name}>{name}</li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  );
}
