import { FilterPanel, Grid, SearchForm, SelectField, type SelectGroup, type SelectOption } from "~/ui";
import { useT } from "../i18n";

export interface ListFilter {
  name: string;
  label: string;
  /** What is chosen; nothing chosen does not narrow the list. */
  value: string | null | undefined;
  options: readonly (SelectOption | SelectGroup)[];
}

interface ListFiltersProps {
  /** The address of the list without any question. */
  action: string;
  search: { label: string; hint?: string; value: string };
  filters: readonly ListFilter[];
}

/** Search and filters of a list as one GET form, whose address can be kept and shared. */
export function ListFilters({ action, search, filters }: ListFiltersProps) {
  const t = useT();
  const isFiltered = filters.some(({ value }) => Boolean(value));
  return (
    <SearchForm
      action={action}
      label={search.label}
      hint={search.hint}
      submitLabel={t("platform:list.search")}
      defaultValue={search.value}
    >
      <FilterPanel
        title={t("platform:list.filters")}
        submitLabel={t("platform:list.apply")}
        open={isFiltered}
        reset={isFiltered || search.value ? { href: action, label: t("platform:list.reset") } : undefined}
      >
        <Grid>
          {filters.map(({ name, label, value, options }) => (
            <SelectField
              key={name}
              name={name}
              label={label}
              emptyOption={t("platform:list.all")}
              defaultValue={value ?? ""}
              options={options}
            />
          ))}
        </Grid>
      </FilterPanel>
    </SearchForm>
  );
}
