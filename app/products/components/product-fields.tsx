import type { PageForm } from "~/platform/http/page-form";
import { useT } from "~/platform/i18n";
import { productGroups } from "~/products/product";
import { MoneyField, SelectField, TextArea, TextField } from "~/ui";

/** What is said of a product; shared by adding and editing. */
export function ProductFields({ form }: { form: PageForm }) {
  const t = useT();
  const optionalLabel = t("platform:form.optional");
  return (
    <>
      <TextField
        {...form.field("name")}
        label={t("products:fact.name")}
        hint={t("products:form.nameHint")}
        autoComplete="off"
        required
      />
      <SelectField
        {...form.field("group")}
        label={t("products:fact.group")}
        hint={t("products:form.groupHint")}
        emptyOption={t("platform:form.choose")}
        options={productGroups.map((value) => ({ value, label: t(`products:group.${value}`) }))}
        required
      />
      <TextArea
        {...form.field("description")}
        label={t("products:fact.description")}
        hint={t("products:form.descriptionHint")}
        optionalLabel={optionalLabel}
      />
      <MoneyField
        {...form.field("price")}
        label={t("products:fact.price")}
        hint={t("products:form.priceHint")}
        optionalLabel={optionalLabel}
      />
      <TextField
        {...form.field("unit")}
        label={t("products:fact.unit")}
        hint={t("products:form.unitHint")}
        width="medium"
        autoComplete="off"
        optionalLabel={optionalLabel}
      />
      <TextField
        {...form.field("gtin")}
        label={t("products:fact.gtin")}
        hint={t("products:form.gtinHint")}
        inputMode="numeric"
        width="medium"
        autoComplete="off"
        optionalLabel={optionalLabel}
      />
    </>
  );
}
