import { ListFilters } from "~/platform/http/list-filters";
import { useT } from "~/platform/i18n";
import { productGroups } from "~/products/product";
import { useChoiceOptions } from "~/targets/components/choice-options";
import type { FilterChoices } from "~/targets/target-queries.server";

interface DirectoryFiltersProps {
  question: {
    q: string;
    nhom: string | null;
    loai: string | null;
    huyen: string | null;
    san: string | null;
    tren: string | null;
  };
  choices: FilterChoices;
}

/** Search and filters of the directory. */
export function DirectoryFilters({ question, choices }: DirectoryFiltersProps) {
  const t = useT();
  const { named, byProvince } = useChoiceOptions();
  return (
    <ListFilters
      action="/san-pham"
      search={{ label: t("desk:directory.search"), hint: t("desk:directory.searchHint"), value: question.q }}
      filters={[
        {
          name: "nhom",
          label: t("products:fact.group"),
          value: question.nhom,
          options: productGroups.map((group) => ({ value: group, label: t(`products:group.${group}`) })),
        },
        { name: "loai", label: t("desk:directory.scheme"), value: question.loai, options: named(choices.schemes) },
        {
          name: "huyen",
          label: t("desk:directory.district"),
          value: question.huyen,
          options: byProvince(choices.districts),
        },
        {
          name: "san",
          label: t("desk:directory.marketplace"),
          value: question.san,
          options: named(choices.marketplaces),
        },
        {
          name: "tren",
          label: t("desk:directory.listed"),
          value: question.tren,
          options: [
            { value: "co", label: t("desk:directory.listedYes") },
            { value: "chua", label: t("desk:directory.listedNo") },
          ],
        },
      ]}
    />
  );
}
