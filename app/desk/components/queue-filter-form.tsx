import { useT } from "~/platform/i18n";
import type { QueueAddress } from "~/reviews/queue-address";
import { reviewSubjects } from "~/reviews/review";
import { FilterPanel, Grid, HiddenField, SearchForm, SelectField, type SelectGroup, type SelectOption } from "~/ui";

interface QueueFilterFormProps {
  address: QueueAddress;
  schemes: readonly SelectOption[];
  areas: readonly SelectGroup[];
  isFiltered: boolean;
}

/** Every way to narrow and order the queue, as a plain search form whose address can be kept. */
export function QueueFilterForm({ address, schemes, areas, isFiltered }: QueueFilterFormProps) {
  const t = useT();
  const all = t("platform:list.all");
  return (
    <SearchForm
      action="/tham-dinh"
      label={t("desk:queue.search")}
      submitLabel={t("platform:list.search")}
      hint={t("desk:queue.searchHint")}
      defaultValue={address.q}
    >
      <FilterPanel
        title={t("platform:list.filters")}
        submitLabel={t("platform:list.apply")}
        open={isFiltered}
        reset={isFiltered ? { href: "/tham-dinh?xem=tat-ca", label: t("platform:list.reset") } : undefined}
      >
        {address.canBo && <HiddenField name="canBo" value={address.canBo} />}
        <Grid>
          <SelectField
            name="loai"
            label={t("desk:queue.kindLabel")}
            emptyOption={all}
            defaultValue={address.loai ?? ""}
            options={reviewSubjects.map((value) => ({ value, label: t(`desk:queue.kind.${value}`) }))}
          />
          <SelectField
            name="chungNhan"
            label={t("desk:queue.scheme")}
            emptyOption={all}
            defaultValue={address.chungNhan ?? ""}
            options={schemes}
          />
          <SelectField
            name="diaBan"
            label={t("desk:queue.area")}
            emptyOption={all}
            defaultValue={address.diaBan ?? ""}
            options={areas}
          />
          <SelectField
            name="han"
            label={t("desk:queue.dueLabel")}
            emptyOption={all}
            defaultValue={address.han ?? ""}
            options={(["qua-han", "sap-den-han"] as const).map((value) => ({
              value,
              label: t(`desk:queue.dueIs.${value}`),
            }))}
          />
          <SelectField
            name="ruiRo"
            label={t("desk:queue.risk")}
            emptyOption={all}
            defaultValue={address.ruiRo ?? ""}
            options={(["1", "2"] as const).map((value) => ({
              value,
              label: t("desk:queue.riskFrom", { risk: value }),
            }))}
          />
          <SelectField
            name="cuaToi"
            label={t("desk:queue.holder")}
            emptyOption={all}
            defaultValue={address.cuaToi ?? ""}
            options={[{ value: "1", label: t("desk:queue.mine") }]}
          />
          <SelectField
            name="xep"
            label={t("desk:queue.order")}
            defaultValue={address.xep ?? "han"}
            options={(["han", "cho-lau", "rui-ro"] as const).map((value) => ({
              value,
              label: t(`desk:queue.orderBy.${value}`),
            }))}
          />
        </Grid>
      </FilterPanel>
    </SearchForm>
  );
}
