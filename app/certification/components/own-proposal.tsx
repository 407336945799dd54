import { useT } from "~/platform/i18n";
import { Button, Form, FormActions, HiddenField, Notice, Section } from "~/ui";

/** What the officer who proposed a revocation can do about it: only take it back. */
export function OwnProposal({ version }: { version: number }) {
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
