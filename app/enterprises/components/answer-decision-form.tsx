import { DraftForm, type DraftProps, SaveDraftButton } from "~/accounts/components/draft-form";
import type { PageForm } from "~/platform/http/page-form";
import { useT } from "~/platform/i18n";
import { Button, FormActions, HiddenField, Section, TextArea } from "~/ui";

/** What an officer decides on an answer; the note is asked for where the owner must know why. */
export function AnswerDecisionForm({ form, version, ...draft }: { form: PageForm; version: number } & DraftProps) {
  const t = useT();
  return (
    <Section title={t("enterprises:checklist.review.decide")}>
      <DraftForm {...draft} wide>
        <HiddenField name="version" value={version} />
        <TextArea
          {...form.field("decisionNote")}
          label={t("enterprises:checklist.review.decisionNote")}
          hint={t("enterprises:checklist.review.noteHint")}
          maxLength={2000}
          rows={3}
        />
        <FormActions>
          <Button name="action" value="accept" icon="check">
            {t("enterprises:checklist.review.accept")}
          </Button>
          <Button variant="secondary" name="action" value="return">
            {t("enterprises:checklist.review.return")}
          </Button>
          <Button variant="secondary" name="action" value="waive">
            {t("enterprises:checklist.review.waive")}
          </Button>
          <Button variant="quiet" name="action" value="release">
            {t("enterprises:checklist.review.release")}
          </Button>
          <SaveDraftButton />
        </FormActions>
      </DraftForm>
    </Section>
  );
}
