import type { PageForm } from "~/platform/http/page-form";
import { useT } from "~/platform/i18n";
import { Button, Disclosure, Form, FormActions, HiddenField, TextArea } from "~/ui";
import { mandateHours } from "../mandate";

/** Asks staff why they act on behalf of an enterprise, before they do. */
export function ActOnBehalfForm({ form, id }: { form: PageForm; id: string }) {
  const t = useT();
  return (
    <Disclosure summary={t("enterprises:mandate.open")} open={form.errors.length > 0}>
      <p>{t("enterprises:mandate.lead", { hours: mandateHours })}</p>
      <Form>
        <HiddenField name="id" value={form.value("id") ?? id} />
        <TextArea
          {...form.field("reason")}
          label={t("enterprises:mandate.reason")}
          hint={t("enterprises:mandate.reasonHint")}
          rows={2}
          maxLength={300}
          required
        />
        <FormActions>
          <Button>{t("enterprises:mandate.submit")}</Button>
        </FormActions>
      </Form>
    </Disclosure>
  );
}
