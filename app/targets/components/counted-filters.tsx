import { formatDay } from "~/platform/format";
import { useLanguage, useT } from "~/platform/i18n";
import { productGroups } from "~/products/product";
import type { CountedQuestion } from "~/targets/read-counted-query.server";
import type { FilterChoices } from "~/targets/target-queries.server";
import { DayField, FilterPanel, HiddenField, SelectField } from "~/ui";
import { useChoiceOptions } from "./choice-options";

interface CountedFiltersProps {
  question: CountedQuestion;
  choices: FilterChoices;
  isProducts: boolean;
  level: number;
  path: string;
  scopeParameter: string | null;
}

/** What a list can be narrowed to, as a GET form. */
export function CountedFilters({ question, choices, isProducts, level, path, scopeParameter }: CountedFiltersProps) {
  const t = useT();
  const language = useLanguage();
  const all = t("platform:list.all");
  const { named, byProvince } = useChoiceOptions();
  const districts = byProvince(choices.districts);
  return (
    <form action={path} method="get">
      <HiddenField name="nhom" value={question.word} />
      {scopeParameter && <HiddenField name="pham-vi" value={scopeParameter} />}
      {!isProducts && <HiddenField name="muc" value={level} />}
      <FilterPanel
        title={t("platform:list.filters")}
        submitLabel={t("platform:list.apply")}
        reset={{ href: `${path}?nhom=${question.word}`, label: t("platform:list.reset") }}
      >
        <DayField
          name="ngay"
          label={t("targets:list.day")}
          hint={t("targets:list.dayHint")}
          defaultValue={formatDay(question.day, language)}
        />
        <SelectField
          name="huyen"
          label={t("targets:list.district")}
          emptyOption={all}
          defaultValue={question.formerDistrict ?? ""}
          options={districts}
        />
        <SelectField
          name="tinh"
          label={t("targets:list.province")}
          emptyOption={all}
          defaultValue={question.formerProvince ?? ""}
          options={districts.map(({ label }) => ({ value: label, label }))}
        />
        {isProducts && (
          <>
            <SelectField
              name="loai"
              label={t("targets:list.scheme")}
              emptyOption={all}
              defaultValue={question.schemeCode ?? ""}
              options={named(choices.schemes)}
            />
            <SelectField
              name="nhom-hang"
              label={t("targets:list.group")}
              emptyOption={all}
              defaultValue={question.group ?? ""}
              options={productGroups.map((group) => ({ value: group, label: t(`products:group.${group}`) }))}
            />
            <SelectField
              name="san"
              label={t("targets:list.marketplace")}
              emptyOption={all}
              defaultValue={question.marketplaceCode ?? ""}
              options={named(choices.marketplaces)}
            />
          </>
        )}
      </FilterPanel>
    </form>
  );
}
