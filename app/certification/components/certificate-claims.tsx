import { UploadField } from "~/platform/files/upload-field";
import type { PageForm } from "~/platform/http/page-form";
import { useT } from "~/platform/i18n";
import { DayField, SelectField, type SelectFieldProps, TextField } from "~/ui";

/** What stands on the paper: its number, its level where the scheme has some, and its days. */
export function CertificateClaims({
  form,
  levels,
  levelHint,
}: {
  form: PageForm;
  levels: SelectFieldProps["options"];
  levelHint?: string;
}) {
  const t = useT();
  return (
    <>
      <TextField
        {...form.field("number")}
        label={t("certification:field.number")}
        hint={t("certification:number.hint")}
        width="medium"
        autoComplete="off"
        required
      />
      {levels.length > 0 && (
        <SelectField
          {...form.field("level")}
          label={t("certification:field.level")}
          hint={levelHint}
          emptyOption={t("certification:noLevel")}
          options={levels}
        />
      )}
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
        optionalLabel={t("platform:form.optional")}
      />
    </>
  );
}

/** The paper itself, with the name of the scan that is stored already. */
export function ScanField({ form, scanName }: { form: PageForm; scanName: string | undefined }) {
  const t = useT();
  return (
    <UploadField
      form={form}
      name="scan"
      label={t("certification:field.scan")}
      hint={t("platform:file.hint")}
      accept="application/pdf,image/jpeg,image/png,image/webp"
      current={scanName && <p>{t("certification:scan.current", { name: scanName })}</p>}
    />
  );
}
