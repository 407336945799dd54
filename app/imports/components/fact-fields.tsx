import { UploadField } from "~/platform/files/upload-field";
import type { PageForm } from "~/platform/http/page-form";
import { useT } from "~/platform/i18n";
import { Checkbox, DayField, SelectField, TextField } from "~/ui";

/** A fact field as a page gets it, in words. */
export interface ShownFact {
  name: string;
  type: "text" | "day" | "checkbox" | "choice" | "scan";
  label: string;
  hint: string | null;
  required: boolean;
  choices: { value: string; label: string }[];
}

/** What is asked once for the whole file. */
export function FactFields({ facts, form }: { facts: readonly ShownFact[]; form: PageForm }) {
  return facts.map((fact) => <FactInput key={fact.name} fact={fact} form={form} />);
}

function FactInput({ fact, form }: { fact: ShownFact; form: PageForm }) {
  const t = useT();
  const { name, type, label, hint, required, choices } = fact;
  const field = {
    ...form.field(name),
    label,
    hint: hint ?? undefined,
    required,
    optionalLabel: required || type === "checkbox" ? undefined : t("platform:form.optional"),
  };
  switch (type) {
    case "text":
      return <TextField {...field} maxLength={300} />;
    case "day":
      return <DayField {...field} hint={hint ?? t("platform:form.dayHint")} />;
    case "checkbox":
      return <Checkbox name={name} label={label} hint={hint ?? undefined} defaultChecked={form.isChecked(name)} />;
    case "choice":
      return <SelectField {...field} emptyOption={t("platform:form.choose")} options={choices} />;
    case "scan":
      return (
        <UploadField
          form={form}
          name={name}
          label={label}
          hint={hint ?? t("platform:file.hint")}
          required={required}
          accept="application/pdf,image/jpeg,image/png,image/webp"
        />
      );
  }
}
