import type { DeclaredSize } from "~/enterprises/enterprise-queries.server";
import type { EnterpriseSector } from "~/enterprises/enterprise-size";
import { formatMoney, formatNumber } from "~/platform/format";
import { useLanguage, useT } from "~/platform/i18n";
import { Prose } from "~/ui";

/** The size with the comparisons that gave it and the article they come from. */
export function SizeRule({ size, sector }: { size: DeclaredSize | null; sector: EnterpriseSector }) {
  const t = useT();
  const language = useLanguage();
  if (!size) return <p>{t("enterprises:rule.none")}</p>;
  const written = (figure: "employees" | "revenue" | "capital", value: number) =>
    figure === "employees" ? formatNumber(value, language) : formatMoney(value, language);
  return (
    <Prose>
      <p>{t("enterprises:rule.because", { size: t(`enterprises:sizeName.${size.size}`), year: String(size.year) })}</p>
      <ul>
        {size.bounds.map(({ figure, relation, bound }) => (
          <li key={figure}>
            {t(`enterprises:rule.${relation}.${figure}`, {
              value: written(figure, size[figure] ?? 0),
              bound: written(figure, bound),
            })}
          </li>
        ))}
      </ul>
      <p className="ui-soft">
        {t("enterprises:rule.source", { sector: t(`enterprises:sector.${size.sector ?? sector}`) })}
      </p>
    </Prose>
  );
}
