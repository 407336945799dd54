import { DraftForm, type DraftProps, SaveDraftButton } from "~/accounts/components/draft-form";
import { certificateFields } from "~/certification/certificate-form";
import { reasonCodes } from "~/certification/reason";
import type { PageForm } from "~/platform/http/page-form";
import { useT } from "~/platform/i18n";
import { Button, Disclosure, FormActions, HiddenField, Section, SelectField, Stack, TextArea, TextField } from "~/ui";

/** What an officer decides, with a reason at each field that is not in order. */
export function DecisionForm({ form, version, ...draft }: { form: PageForm; version: number } & DraftProps) {
  const t = useT();
  const isOpen = certificateFields.some(
    (field) => form.value(`at.${field}.reason`) || form.value(`at.${field}.comment`),
  );
  return (
    <Section title={t("certification:review.decide")}>
      <DraftForm {...draft} wide>
        <HiddenField name="version" value={version} />
        <Disclosure summary={t("certification:review.reasons")} open={isOpen}>
          {certificateFields.map((field) => (
            <Stack gap="tight" key={field}>
              <SelectField
                {...form.field(`at.${field}.reason`)}
                label={t(`certification:field.${field}`)}
                emptyOption={t("certification:review.inOrder")}
                options={reasonCodes.map((code) => ({ value: code, label: t(`certification:reason.${code}`) }))}
              />
              <TextField
                {...form.field(`at.${field}.comment`)}
                label={t("certification:review.comment", { field: t(`certification:field.${field}`) })}
                autoComplete="off"
              />
            </Stack>
          ))}
        </Disclosure>
        <TextArea
          {...form.field("note")}
          label={t("certification:review.note")}
          hint={t("certification:review.noteHint")}
          optionalLabel={t("platform:form.optional")}
          rows={3}
        />
        <FormActions>
          <Button name="action" value="verify" icon="check">
            {t("certification:review.verify")}
          </Button>
          <Button variant="secondary" name="action" value="return">
            {t("certification:review.return")}
          </Button>
          <Button variant="danger" name="action" value="refuse">
            {t("certification:review.refuse")}
          </Button>
          <Button variant="quiet" name="action" value="release">
            {t("certification:review.release")}
          </Button>
          <SaveDraftButton />
        </FormActions>
      </DraftForm>
    </Section>
  );
}
