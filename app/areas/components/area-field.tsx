import type { AreaChoice } from "~/areas/area-choice";
import type { PageForm } from "~/platform/http/page-form";
import { useT } from "~/platform/i18n";
import { RadioGroup, TextField } from "~/ui";

/**
 * An area by typing its name, field `area`. When the name fits several, the answer comes back with these as candidates,
 * and one is chosen in field `areaId`; what was typed stays.
 */
export function AreaField({ form, candidates = [] }: { form: PageForm; candidates?: readonly AreaChoice[] }) {
  const t = useT();
  return (
    <>
      <TextField
        {...form.field("area")}
        label={t("areas:field.label")}
        hint={t("areas:field.hint")}
        maxLength={200}
        autoComplete="off"
        spellCheck={false}
        suggestFrom="/dia-ban/goi-y"
        required
      />
      {candidates.length > 0 && (
        <RadioGroup
          {...form.field("areaId")}
          label={t("areas:field.which")}
          hint={t("areas:field.whichHint")}
          choices={candidates.map(({ id, label, hint }) => ({ value: id, label, hint }))}
        />
      )}
    </>
  );
}
