import type { PageForm } from "~/platform/http/page-form";
import { useLanguage, useT } from "~/platform/i18n";
import { Button, Form, FormActions, SelectField, TextField } from "~/ui";

interface CheckFormProps {
  form: PageForm;
  schemes: readonly { id: string; nameVi: string; nameEn: string }[];
}

/** Checks a certificate by what is printed on it. */
export function CheckForm({ form, schemes }: CheckFormProps) {
  const t = useT();
  const language = useLanguage();
  return (
    <Form action="/kiem-tra">
      <SelectField
        {...form.field("schemeId")}
        label={t("certification:field.schemeId")}
        emptyOption={t("platform:form.choose")}
        options={schemes.map(({ id, nameVi, nameEn }) => ({ value: id, label: language === "vi" ? nameVi : nameEn }))}
        required
      />
      <TextField
        {...form.field("number")}
        label={t("certification:field.number")}
        hint={t("certification:check.numberHint")}
        width="medium"
        autoComplete="off"
        required
      />
      <FormActions>
        <Button icon="search">{t("certification:check.submit")}</Button>
      </FormActions>
    </Form>
  );
}
