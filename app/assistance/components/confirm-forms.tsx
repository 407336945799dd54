import { CodeField } from "~/accounts/components/account-form";
import { formatInstant } from "~/platform/format";
import { usePageContext } from "~/platform/http/page-context";
import type { PageForm } from "~/platform/http/page-form";
import { useLanguage, useT } from "~/platform/i18n";
import { Button, ButtonLink, FileField, Form, FormActions, HiddenField, Notice, Section, Stack } from "~/ui";

/** The two ways in which an owner confirms: the code on their phone, said aloud, or their signature. */
export function ConfirmForms(props: { id: string; form: PageForm; number: string; codeUntil: string | null }) {
  const { id, form, number, codeUntil } = props;
  const t = useT();
  const language = useLanguage();
  const { isDemo } = usePageContext();
  return (
    <Section title={t("assistance:page.confirm")} lead={t("assistance:page.confirmLead")}>
      <Stack gap="loose">
        {number && (
          <Stack>
            <h3>{t("assistance:page.byCode")}</h3>
            <form method="post">
              <HiddenField name="viec" value="gui-ma" />
              <Button variant={codeUntil ? "secondary" : "primary"}>{t("assistance:page.sendCode", { number })}</Button>
            </form>
            {codeUntil && (
              <Form>
                <Notice>
                  {t("assistance:page.codeSent", { until: formatInstant(codeUntil, language) })}
                  {isDemo && (
                    <>
                      {" "}
                      {t("assistance:page.demo")} <a href="/demo/tin-nhan">{t("assistance:page.demoLink")}</a>
                    </>
                  )}
                </Notice>
                <HiddenField name="viec" value="xac-nhan-ma" />
                <CodeField form={form} />
                <FormActions>
                  <Button>{t("assistance:page.confirmCode")}</Button>
                </FormActions>
              </Form>
            )}
          </Stack>
        )}
        <Stack>
          <h3>{t("assistance:page.bySheet")}</h3>
          <p>
            <ButtonLink variant="secondary" href={`/ho-tro/${id}/phieu`}>
              {t("assistance:page.print")}
            </ButtonLink>
          </p>
          <Form upload>
            <HiddenField name="viec" value="phieu" />
            <FileField
              name="sheet"
              label={t("assistance:page.sheet")}
              hint={t("assistance:page.sheetHint")}
              errors={form.field("sheet").errors}
              accept="application/pdf,image/jpeg,image/png,image/webp"
              required
            />
            <FormActions>
              <Button variant="secondary">{t("assistance:page.confirmSheet")}</Button>
            </FormActions>
          </Form>
        </Stack>
      </Stack>
    </Section>
  );
}
