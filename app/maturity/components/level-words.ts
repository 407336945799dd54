import { maturityLevels } from "~/maturity/assessment";
import { useT } from "~/platform/i18n";

/** Says a level by its number and its name, as the index calls it. */
export function useLevelWords(): (level: number) => string {
  const t = useT();
  return (level) => {
    const known = maturityLevels.find((one) => one === level);
    return known === undefined
      ? String(level)
      : t("maturity:levelWithNumber", { level, name: t(`maturity:level.${known}`) });
  };
}
