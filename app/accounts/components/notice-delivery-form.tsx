import type { PageForm } from "~/platform/http/page-form";
import { useT } from "~/platform/i18n";
import { Button, Form, FormActions, HiddenField, RadioGroup, Section } from "~/ui";
import { noticeDeliveries } from "../notice-delivery";

/** How one is told of what happens; being told of decisions cannot be turned off. */
export function NoticeDeliveryForm({ form, version }: { form: PageForm; version: number }) {
  const t = useT();
  return (
    <Section id="thong-bao" title={t("accounts:delivery.title")} lead={t("accounts:delivery.lead")}>
      <Form label={t("accounts:delivery.title")}>
        <HiddenField name="viec" value="thong-bao" />
        <HiddenField name="version" value={version} />
        <RadioGroup
          {...form.field("noticeDelivery")}
          label={t("accounts:delivery.label")}
          choices={noticeDeliveries.map((value) => ({
            value,
            label: t(`accounts:delivery.${value}`),
            hint: t(`accounts:delivery.${value}Hint`),
          }))}
        />
        <FormActions>
          <Button>{t("accounts:delivery.save")}</Button>
        </FormActions>
      </Form>
    </Section>
  );
}
