import type { AreaChoice } from "~/areas/area-choice";
import type { PageForm } from "~/platform/http/page-form";
import { useT } from "~/platform/i18n";
import { Fieldset } from "~/ui";
import { IdentityFields, PlaceFields, TaxCodeField } from "./enterprise-fields";
import { SizeFields } from "./size-fields";

interface RegistrationFieldsProps {
  form: PageForm;
  candidates: readonly AreaChoice[];
  /** The years whose figures may be declared. */
  years: readonly number[];
}

/** Everything that is asked of an enterprise when it is registered, by whomever. */
export function RegistrationFields({ form, candidates, years }: RegistrationFieldsProps) {
  const t = useT();
  return (
    <>
      <Fieldset legend={t("enterprises:form.identity")} id="identity">
        <TaxCodeField form={form} />
        <IdentityFields form={form} />
      </Fieldset>
      <Fieldset legend={t("enterprises:form.place")} id="place">
        <PlaceFields form={form} candidates={candidates} />
      </Fieldset>
      <Fieldset legend={t("enterprises:form.figures")} id="size" hint={t("enterprises:form.figuresHint")}>
        <SizeFields form={form} years={years} />
      </Fieldset>
    </>
  );
}
