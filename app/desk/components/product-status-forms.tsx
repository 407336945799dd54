import type { PageForm } from "~/platform/http/page-form";
import { useT } from "~/platform/i18n";
import type { ProductAction } from "~/products/product";
import { Button, Checkbox, Form, FormActions, HiddenField, Section } from "~/ui";

interface ProductStatusFormsProps {
  version: number;
  open: readonly ProductAction[];
  form: PageForm;
}

const confirmed = ["withdraw", "discard"] as const;

/** The steps that cannot be taken back, each with what it means; the destructive ones ask to be confirmed. */
export function ProductStatusForms({ version, open, form }: ProductStatusFormsProps) {
  const t = useT();
  return (
    <>
      {open.includes("register") && (
        <Section id="dang-ky" title={t("desk:ownProduct.register")} lead={t("desk:ownProduct.registerText")}>
          <Form label={t("desk:ownProduct.register")}>
            <HiddenField name="version" value={version} />
            <FormActions>
              <Button name="intent" value="register">
                {t("desk:ownProduct.register")}
              </Button>
            </FormActions>
          </Form>
        </Section>
      )}
      {confirmed
        .filter((action) => open.includes(action))
        .map((action) => (
          <Section key={action} title={t(`desk:ownProduct.${action}`)} lead={t(`desk:ownProduct.${action}Text`)}>
            <Form label={t(`desk:ownProduct.${action}`)}>
              <HiddenField name="version" value={version} />
              <Checkbox
                name="confirm"
                errors={form.field("confirm").errors}
                label={t(`desk:ownProduct.${action}Confirm`)}
              />
              <FormActions>
                <Button variant="danger" name="intent" value={action}>
                  {t(`desk:ownProduct.${action}`)}
                </Button>
              </FormActions>
            </Form>
          </Section>
        ))}
    </>
  );
}
