import type { AreaChoice } from "~/areas/area-choice";
import { RegistrationFields } from "~/enterprises/components/registration-fields";
import type { PageForm } from "~/platform/http/page-form";
import { useT } from "~/platform/i18n";
import { Fieldset, TextField } from "~/ui";

/** The owner and the enterprise, with the fields with which its owner would register it. */
export function AssistedFields(props: { form: PageForm; candidates: readonly AreaChoice[]; years: readonly number[] }) {
  const { form, candidates, years } = props;
  const t = useT();
  return (
    <>
      <Fieldset legend={t("assistance:start.owner")} id="owner" hint={t("assistance:start.ownerHint")}>
        <TextField
          {...form.field("ownerName")}
          label={t("assistance:ownerName")}
          maxLength={120}
          autoComplete="off"
          required
        />
        <TextField
          {...form.field("ownerPhone")}
          type="tel"
          label={t("assistance:ownerPhone.label")}
          hint={t("assistance:ownerPhone.hint")}
          width="medium"
          autoComplete="off"
          required
        />
      </Fieldset>
      <RegistrationFields form={form} candidates={candidates} years={years} />
    </>
  );
}
