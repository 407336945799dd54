import type { ProductChoice, SchemeChoice } from "~/certification/certificate-queries.server";
import { levelWords } from "~/certification/level";
import type { PageForm } from "~/platform/http/page-form";
import { useLanguage, useT } from "~/platform/i18n";
import { CheckboxGroup, SelectField } from "~/ui";
import { CertificateClaims, ScanField } from "./certificate-claims";

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
  return (
    <>
      <SelectField
        {...form.field("schemeId")}
        label={t("certification:field.schemeId")}
        emptyOption={t("platform:form.choose")}
        options={schemes.map((scheme) => ({ value: scheme.id, label: nameOf(scheme) }))}
        required
      />
      <CertificateClaims
        form={form}
        levelHint={t("certification:levelHint")}
        levels={schemes
          .filter(({ levels }) => levels.length > 0)
          .map((scheme) => ({
            label: nameOf(scheme),
            options: scheme.levels.map((level) => ({ value: level, label: levelWords(t, level) })),
          }))}
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
      <ScanField form={form} scanName={scanName} />
    </>
  );
}
