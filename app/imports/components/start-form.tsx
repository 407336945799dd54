import type { ImportPolicy } from "~/imports/import-workflow";
import { useT } from "~/platform/i18n";
import { Button, Form, FormActions, RadioGroup } from "~/ui";

/** What to do with bad rows, and the start. */
export function StartForm({
  open,
  refused,
  errors,
}: {
  open: readonly ImportPolicy[];
  refused: number;
  errors: readonly string[] | undefined;
}) {
  const t = useT();
  return (
    <Form label={t("imports:start.title")}>
      <RadioGroup
        name="policy"
        label={t(refused > 0 ? "imports:start.withRefused" : "imports:start.title", { count: refused })}
        errors={errors}
        choices={open.map((policy) => ({
          value: policy,
          label: t(`imports:policy.${policy}.label`),
          hint: t(`imports:policy.${policy}.hint`),
        }))}
        defaultValue={open[0]}
      />
      <FormActions>
        <Button name="intent" value="start">
          {t("imports:action.start")}
        </Button>
      </FormActions>
    </Form>
  );
}
