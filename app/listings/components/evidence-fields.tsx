import { UploadField } from "~/platform/files/upload-field";
import type { PageForm } from "~/platform/http/page-form";
import { useT } from "~/platform/i18n";
import { Button, DayField, Form, FormActions, HiddenField, RadioGroup, TextArea, TextField } from "~/ui";

/** What an officer saw on the marketplace's page, and when. */
export function EvidenceFields({ form, id, mayRelease }: { form: PageForm; id: string; mayRelease: boolean }) {
  const t = useT();
  const optionalLabel = t("platform:form.optional");
  const { defaultValue: verdict, ...verdictField } = form.field("verdict");
  return (
    <Form upload>
      <HiddenField name="id" value={form.value("id") ?? id} />
      <RadioGroup
        {...verdictField}
        defaultValue={verdict}
        label={t("listings:field.verdict")}
        choices={[
          { value: "live", label: t("listings:field.live") },
          { value: "not-live", label: t("listings:field.notLive") },
        ]}
        required
      />
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
      <TextArea
        {...form.field("note")}
        label={t("listings:field.note")}
        hint={t("listings:field.noteHint")}
        optionalLabel={optionalLabel}
        rows={3}
      />
      <FormActions>
        <Button icon="check">{t("listings:confirm.submit")}</Button>
        {mayRelease && (
          <Button variant="quiet" name="action" value="release">
            {t("listings:confirm.release")}
          </Button>
        )}
      </FormActions>
    </Form>
  );
}
