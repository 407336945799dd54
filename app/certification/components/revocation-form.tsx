import { DraftForm, type DraftProps, SaveDraftButton } from "~/accounts/components/draft-form";
import type { PageForm } from "~/platform/http/page-form";
import { useT } from "~/platform/i18n";
import { ClaimForm, type Holding } from "~/reviews/components/decision-form";
import { shortcutData } from "~/reviews/components/shortcut-help";
import { Button, Form, FormActions, HiddenField, Notice, Section, TextArea } from "~/ui";

interface RevocationFormProps extends DraftProps {
  form: PageForm;
  version: number;
  holding: Holding;
  mayWithdraw: boolean;
}

/** What this officer can do about a proposed revocation: its proposer only take it back, another one decide. */
export function RevocationForm({ form, version, holding, mayWithdraw, ...draft }: RevocationFormProps) {
  const t = useT();
  if (mayWithdraw) return <OwnProposal version={version} />;
  if (!holding.isMine) return <ClaimForm version={version} holding={holding} />;
  return (
    <Section title={t("reviews:desk.decide")} id="quyet-dinh">
      <DraftForm {...draft} wide>
        <HiddenField name="version" value={version} />
        <TextArea
          {...form.field("note")}
          label={t("certification:revocation.noteLabel")}
          hint={t("certification:revocation.noteHint")}
          optionalLabel={t("platform:form.optional")}
          rows={3}
        />
        <FormActions>
          <Button variant="danger" name="action" value="confirm" data={shortcutData("V")}>
            {t("certification:revocation.confirm")}
          </Button>
          <Button variant="secondary" name="action" value="reject" data={shortcutData("X")}>
            {t("certification:revocation.reject")}
          </Button>
          <Button variant="quiet" name="action" value="release">
            {t("reviews:desk.release")}
          </Button>
          <SaveDraftButton />
        </FormActions>
      </DraftForm>
    </Section>
  );
}

function OwnProposal({ version }: { version: number }) {
  const t = useT();
  return (
    <Section title={t("certification:revocation.waiting")}>
      <Notice>
        <p>{t("certification:ownProposal")}</p>
      </Notice>
      <Form>
        <HiddenField name="version" value={version} />
        <FormActions>
          <Button variant="secondary" name="action" value="withdraw">
            {t("certification:revocation.withdraw")}
          </Button>
        </FormActions>
      </Form>
    </Section>
  );
}
