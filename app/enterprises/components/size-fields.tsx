import type { PageForm } from "~/platform/http/page-form";
import { useT } from "~/platform/i18n";
import { SelectField, TextField } from "~/ui";

/** The figures of one year; `years` are those that may be declared. */
export function SizeFields({ form, years }: { form: PageForm; years: readonly number[] }) {
  const t = useT();
  const optionalLabel = t("platform:form.optional");
  return (
    <>
      <SelectField
        {...form.field("year")}
        label={t("enterprises:form.year")}
        hint={t("enterprises:form.yearHint")}
        options={years.map((year) => ({ value: String(year), label: String(year) }))}
        width="short"
        required
      />
      <TextField
        {...form.field("employees")}
        label={t("enterprises:form.employees")}
        hint={t("enterprises:form.employeesHint")}
        inputMode="numeric"
        width="short"
        autoComplete="off"
        required
      />
      <TextField
        {...form.field("revenue")}
        label={t("enterprises:form.revenue")}
        hint={t("enterprises:form.revenueHint")}
        width="medium"
        autoComplete="off"
        optionalLabel={optionalLabel}
      />
      <TextField
        {...form.field("capital")}
        label={t("enterprises:form.capital")}
        hint={t("enterprises:form.capitalHint")}
        width="medium"
        autoComplete="off"
        optionalLabel={optionalLabel}
      />
    </>
  );
}
