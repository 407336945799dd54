import { UploadField } from "~/platform/files/upload-field";
import type { PageForm } from "~/platform/http/page-form";
import { useT } from "~/platform/i18n";
import { DayField, HiddenField, TextField } from "~/ui";

/** When an officer opened the marketplace's page and what it showed. */
export function EvidenceFields({ form, id }: { form: PageForm; id: string }) {
  const t = useT();
  const optionalLabel = t("platform:form.optional");
  return (
    <>
      <HiddenField name="id" value={form.value("id") ?? id} />
      <DayField
        {...form.field("observedOn")}
        label={t("listings:field.observedOn")}
        hint={t("platform:form.dayHint")}
        required
      />
      <TextField
        {...form.field("observedTime")}
        label={t("listings:field.observedTime")}
        hint={t("listings:field.observedTimeHint")}
        width="short"
        autoComplete="off"
        required
      />
      <TextField
        {...form.field("rawStatus")}
        label={t("listings:field.rawStatus")}
        hint={t("listings:field.rawStatusHint")}
        optionalLabel={optionalLabel}
        autoComplete="off"
      />
      <UploadField
        form={form}
        name="screenshot"
        label={t("listings:field.screenshot")}
        hint={t("listings:field.screenshotHint")}
        optionalLabel={optionalLabel}
        accept="image/jpeg,image/png,image/webp"
      />
    </>
  );
}
