import type { PageForm } from "~/platform/http/page-form";
import { useT } from "~/platform/i18n";
import { Checkbox, RadioGroup, TextArea, TextField } from "~/ui";

/** What an administrator says of an item; its kind and code only while nobody has answered it, when it is new. */
export function ChecklistItemFields({ form, isNew }: { form: PageForm; isNew: boolean }) {
  const t = useT();
  return (
    <>
      {isNew && (
        <>
          <RadioGroup
            {...form.field("kind")}
            label={t("enterprises:checklist.form.kind")}
            choices={(["attested", "verified"] as const).map((value) => ({
              value,
              label: t(`enterprises:checklist.kind.${value}`),
              hint: t(`enterprises:checklist.kindHint.${value}`),
            }))}
          />
          <TextField
            {...form.field("code")}
            label={t("enterprises:checklist.form.code")}
            hint={t("enterprises:checklist.form.codeHint")}
            width="medium"
            required
          />
        </>
      )}
      <TextField {...form.field("nameVi")} label={t("enterprises:checklist.form.nameVi")} required />
      <TextField {...form.field("nameEn")} label={t("enterprises:checklist.form.nameEn")} required />
      <TextArea {...form.field("guidanceVi")} label={t("enterprises:checklist.form.guidanceVi")} rows={3} />
      <TextArea {...form.field("guidanceEn")} label={t("enterprises:checklist.form.guidanceEn")} rows={3} />
      <TextField
        {...form.field("position")}
        label={t("enterprises:checklist.form.position")}
        inputMode="numeric"
        width="short"
        required
      />
      <Checkbox
        name="required"
        label={t("enterprises:checklist.form.requiredLabel")}
        defaultChecked={form.isChecked("required")}
      />
      <Checkbox
        name="active"
        label={t("enterprises:checklist.form.activeLabel")}
        defaultChecked={form.isChecked("active")}
      />
    </>
  );
}
