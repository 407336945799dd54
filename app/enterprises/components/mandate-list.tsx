import { formatInstant } from "~/platform/format";
import { useLanguage, useT } from "~/platform/i18n";

export interface ShownPastMandate {
  id: string;
  accountName: string;
  reason: string;
  openedAt: string;
  endedAt: string | null;
}

/** Who of the staff acted on behalf of an enterprise, when and why. */
export function MandateList({ mandates }: { mandates: readonly ShownPastMandate[] }) {
  const t = useT();
  const language = useLanguage();
  if (mandates.length === 0) return <p>{t("enterprises:mandate.none")}</p>;
  return (
    <ul>
      {mandates.map(({ id, accountName, reason, openedAt, endedAt }) => (
        <li key={id}>
          <strong>{accountName}</strong>,{" "}
          {endedAt
            ? t("enterprises:mandate.span", {
                from: formatInstant(openedAt, language),
                to: formatInstant(endedAt, language),
              })
            : t("enterprises:mandate.since", { from: formatInstant(openedAt, language) })}
          : {reason}
        </li>
      ))}
    </ul>
  );
}
