import type { ProductChoice } from "~/certification/certificate-queries.server";
import { levelWords } from "~/certification/level";
import type { PageForm } from "~/platform/http/page-form";
import { useT } from "~/platform/i18n";
import { Checkbox, CheckboxGroup, DayField, Section, Stack } from "~/ui";
import { CertificateClaims, ScanField } from "./certificate-claims";

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
          <CertificateClaims
            form={form}
            levels={levels.map((level) => ({ value: level, label: levelWords(t, level) }))}
          />
          <ScanField form={form} scanName={scanName} />
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
