import type { ProductChoice } from "~/certification/certificate-queries.server";
import { levelWords } from "~/certification/level";
import { UploadField } from "~/platform/files/upload-field";
import type { PageForm } from "~/platform/http/page-form";
import { useT } from "~/platform/i18n";
import { Checkbox, CheckboxGroup, DayField, Section, SelectField, Stack, TextField } from "~/ui";

interface ProposalFieldsProps {
  form: PageForm;
  levels: readonly string[];
  scanName: string | undefined;
  toJoin: readonly ProductChoice[];
  toLeave: readonly ProductChoice[];
  restored: { seq: number } | undefined;
}

/** What can be proposed of a verified certificate: corrections, and products that join or leave on a day. */
export function ProposalFields({ form, levels, scanName, toJoin, toLeave, restored }: ProposalFieldsProps) {
  const t = useT();
  const optional = t("platform:form.optional");
  const choices = (products: readonly ProductChoice[]) => products.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <>
      <Section title={t("certification:propose.facts")}>
        <Stack>
          <TextField
            {...form.field("number")}
            label={t("certification:field.number")}
            hint={t("certification:number.hint")}
            width="medium"
            autoComplete="off"
            required
          />
          {levels.length > 0 && (
            <SelectField
              {...form.field("level")}
              label={t("certification:field.level")}
              emptyOption={t("certification:noLevel")}
              options={levels.map((level) => ({ value: level, label: levelWords(t, level) }))}
            />
          )}
          <DayField
            {...form.field("issuedOn")}
            label={t("certification:field.issuedOn")}
            hint={t("platform:form.dayHint")}
            required
          />
          <DayField {...form.field("validFrom")} label={t("certification:field.validFrom")} required />
          <DayField
            {...form.field("validTo")}
            label={t("certification:field.validTo")}
            hint={t("certification:validTo.hint")}
            optionalLabel={optional}
          />
          <UploadField
            form={form}
            name="scan"
            label={t("certification:field.scan")}
            hint={t("platform:file.hint")}
            accept="application/pdf,image/jpeg,image/png,image/webp"
            current={scanName && <p>{t("certification:scan.current", { name: scanName })}</p>}
          />
          {restored && (
            <Checkbox
              name="scanOf"
              value={String(restored.seq)}
              label={t("certification:propose.scanOf")}
              defaultChecked
            />
          )}
        </Stack>
      </Section>
      <Section title={t("certification:propose.scope")}>
        <Stack>
          {toJoin.length > 0 ? (
            <>
              <CheckboxGroup
                {...form.choices("joining")}
                label={t("certification:propose.joining")}
                hint={t("certification:propose.joiningHint")}
                choices={choices(toJoin)}
              />
              <DayField {...form.field("joinOn")} label={t("certification:propose.joinOn")} optionalLabel={optional} />
            </>
          ) : (
            <p>{t("certification:propose.noneToJoin")}</p>
          )}
          {toLeave.length > 0 && (
            <>
              <CheckboxGroup
                {...form.choices("leaving")}
                label={t("certification:propose.leaving")}
                hint={t("certification:propose.leavingHint")}
                choices={choices(toLeave)}
              />
              <DayField
                {...form.field("leaveOn")}
                label={t("certification:propose.leaveOn")}
                optionalLabel={optional}
              />
            </>
          )}
        </Stack>
      </Section>
    </>
  );
}
