import type { DirectoryChoices } from "~/desk/directory-queries.server";
import { useLanguage, useT } from "~/platform/i18n";
import { productGroups } from "~/products/product";
import { FilterPanel, SearchForm, SelectField } from "~/ui";

interface DirectoryFiltersProps {
  question: {
    q: string;
    nhom: string | null;
    loai: string | null;
    huyen: string | null;
    san: string | null;
    tren: string | null;
  };
  choices: DirectoryChoices;
  isNarrowed: boolean;
}

/** Search and filters of the directory as one GET form. */
export function DirectoryFilters({ question, choices, isNarrowed }: DirectoryFiltersProps) {
  const t = useT();
  const isVietnamese = useLanguage() === "vi";
  const all = t("platform:list.all");
  const named = (list: DirectoryChoices["schemes"]) =>
    list.map(({ code, nameVi, nameEn }) => ({ value: code, label: isVietnamese ? nameVi : nameEn }));
  const provinces = [...new Set(choices.districts.map(({ province }) => province))];
  return (
    <SearchForm
      action="/san-pham"
      label={t("desk:directory.search")}
      hint={t("desk:directory.searchHint")}
      submitLabel={t("platform:list.search")}
      defaultValue={question.q}
    >
      <FilterPanel
        title={t("platform:list.filters")}
        submitLabel={t("platform:list.apply")}
        {...(isNarrowed && { reset: { href: "/san-pham", label: t("platform:list.reset") } })}
      >
        <SelectField
          name="nhom"
          label={t("products:fact.group")}
          emptyOption={all}
          defaultValue={question.nhom ?? ""}
          options={productGroups.map((group) => ({ value: group, label: t(`products:group.${group}`) }))}
        />
        <SelectField
          name="loai"
          label={t("desk:directory.scheme")}
          emptyOption={all}
          defaultValue={question.loai ?? ""}
          options={named(choices.schemes)}
        />
        <SelectField
          name="huyen"
          label={t("desk:directory.district")}
          emptyOption={all}
          defaultValue={question.huyen ?? ""}
          options={provinces.map((province) => ({
            label: province,
            options: choices.districts
              .filter((entry) => entry.province === province)
              .map(({ district }) => ({ value: district, label: district })),
          }))}
        />
        <SelectField
          name="san"
          label={t("desk:directory.marketplace")}
          emptyOption={all}
          defaultValue={question.san ?? ""}
          options={named(choices.marketplaces)}
        />
        <SelectField
          name="tren"
          label={t("desk:directory.listed")}
          emptyOption={all}
          defaultValue={question.tren ?? ""}
          options={[
            { value: "co", label: t("desk:directory.listedYes") },
            { value: "chua", label: t("desk:directory.listedNo") },
          ]}
        />
      </FilterPanel>
    </SearchForm>
  );
}
