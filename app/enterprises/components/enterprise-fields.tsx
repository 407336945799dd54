import type { AreaChoice } from "~/areas/area-choice";
import { AreaField } from "~/areas/components/area-field";
import { enterpriseSectors, legalForms } from "~/enterprises/enterprise-size";
import type { PageForm } from "~/platform/http/page-form";
import { useT } from "~/platform/i18n";
import { RadioGroup, SelectField, TextField } from "~/ui";

export function TaxCodeField({ form }: { form: PageForm }) {
  const t = useT();
  return (
    <TextField
      {...form.field("taxCode")}
      label={t("enterprises:fact.taxCode")}
      hint={t("enterprises:form.taxCodeHint")}
      inputMode="numeric"
      width="medium"
      autoComplete="off"
      required
    />
  );
}

export function IdentityFields({ form }: { form: PageForm }) {
  const t = useT();
  return (
    <>
      <TextField
        {...form.field("name")}
        label={t("enterprises:fact.name")}
        hint={t("enterprises:form.nameHint")}
        autoComplete="organization"
        required
      />
      <SelectField
        {...form.field("legalForm")}
        label={t("enterprises:fact.legalForm")}
        emptyOption={t("platform:form.choose")}
        options={legalForms.map((value) => ({ value, label: t(`enterprises:legalForm.${value}`) }))}
        required
      />
      <RadioGroup
        {...form.field("sector")}
        label={t("enterprises:fact.sector")}
        choices={enterpriseSectors.map((value) => ({
          value,
          label: t(`enterprises:sector.${value}`),
          hint: t(`enterprises:sectorHint.${value}`),
        }))}
        required
      />
    </>
  );
}

export function PlaceFields({ form, candidates }: { form: PageForm; candidates: readonly AreaChoice[] }) {
  const t = useT();
  const optionalLabel = t("platform:form.optional");
  return (
    <>
      <AreaField form={form} candidates={candidates} />
      <TextField
        {...form.field("address")}
        label={t("enterprises:fact.address")}
        hint={t("enterprises:form.addressHint")}
        autoComplete="street-address"
        optionalLabel={optionalLabel}
      />
      <TextField
        {...form.field("phone")}
        type="tel"
        label={t("enterprises:fact.phone")}
        hint={t("enterprises:form.phoneHint")}
        autoComplete="tel"
        width="medium"
        optionalLabel={optionalLabel}
      />
      <TextField
        {...form.field("website")}
        type="url"
        label={t("enterprises:fact.website")}
        hint={t("enterprises:form.websiteHint")}
        autoComplete="url"
        optionalLabel={optionalLabel}
      />
    </>
  );
}
