import { useLanguage } from "~/platform/i18n";
import type { Choice, FilterChoices } from "~/targets/target-queries.server";
import type { SelectGroup, SelectOption } from "~/ui";

type District = FilterChoices["districts"][number];

/** Choices of filters as options: schemes and marketplaces by name, the former districts under their province. */
export function useChoiceOptions() {
  const isVietnamese = useLanguage() === "vi";
  return {
    named: (list: readonly Choice[]): SelectOption[] =>
      list.map(({ code, nameVi, nameEn }) => ({ value: code, label: isVietnamese ? nameVi : nameEn })),
    byProvince: (districts: readonly District[]): SelectGroup[] =>
      [...new Set(districts.map(({ province }) => province))].map((label) => ({
        label,
        options: districts
          .filter(({ province }) => province === label)
          .map(({ district }) => ({ value: district, label: district })),
      })),
  };
}
