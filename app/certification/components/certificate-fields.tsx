import type { ProductChoice, SchemeChoice } from "~/certification/certificate-queries.server";
import { levelWords } from "~/certification/level";
import { UploadField } from "~/platform/files/upload-field";
import type { PageForm } from "~/platform/http/page-form";
import { useLanguage, useT } from "~/platform/i18n";
import { CheckboxGroup, DayField, SelectField, TextField } from "~/ui";

interface CertificateFieldsProps {
  form: PageForm;
  schemes: readonly SchemeChoice[];
  products: readonly ProductChoice[];
  /** The name of the scan that is already stored. */
  scanName?: string | undefined;
}

export function CertificateFields({ form, schemes, products, scanName }: CertificateFieldsProps) {
  const t = useT();
  const language = useLanguage();
  const nameOf = (scheme: SchemeChoice) => (language === "vi" ? scheme.nameVi : scheme.nameEn);
  const optional = t("platform:form.optional");
  return (
    <>
      <SelectField
        {...form.field("schemeId")}
        label={t("certification:field.schemeId")}
        emptyOption={t("platform:form.choose")}
        options={schemes.map((scheme) => ({ value: scheme.id, label: nameOf(scheme) }))}
        required
      />
      <TextField
        {...form.field("number")}
        label={t("certification:field.number")}
        hint={t("certification:number.hint")}
        width="medium"
        autoComplete="off"
        required
      />
      <SelectField
        {...form.field("level")}
        label={t("certification:field.level")}
        hint={t("certification:levelHint")}
        emptyOption={t("certification:noLevel")}
        options={schemes
          .filter(({ levels }) => levels.length > 0)
          .map((scheme) => ({
            label: nameOf(scheme),
            options: scheme.levels.map((level) => ({ value: level, label: levelWords(t, level) })),
          }))}
      />
      <DayField
        {...form.field("issuedOn")}
        label={t("certification:field.issuedOn")}
        hint={t("platform:form.dayHint")}
        required
      />
      <DayField {...form.field("validFrom")} label={t("certification:field.validFrom")} required />
      <DayField
        {...form.field("validTo")}
        label={t("certification:field.validTo")}
        hint={t("certification:validTo.hint")}
        optionalLabel={optional}
      />
      <CheckboxGroup
        {...form.choices("products")}
        label={t("certification:field.products")}
        hint={products.length === 0 ? t("certification:products.noneYet") : t("certification:products.hint")}
        choices={products.map(({ id, name, status }) => ({
          value: id,
          label: name,
          hint: status === "draft" ? t("certification:products.draft") : undefined,
        }))}
      />
      <UploadField
        form={form}
        name="scan"
        label={t("certification:field.scan")}
        hint={t("platform:file.hint")}
        accept="application/pdf,image/jpeg,image/png,image/webp"
        current={scanName && <p>{t("certification:scan.current", { name: scanName })}</p>}
      />
    </>
  );
}
