import type { ReactNode } from "react";
import { usePageContext } from "~/platform/http/page-context";
import type { PageForm } from "~/platform/http/page-form";
import { useT } from "~/platform/i18n";
import { Button, ButtonLink, FormActions, Notice, PageHeader, Stack } from "~/ui";
import { AccountFormPage, CodeField } from "./account-form";

/** A page that asks for the code of a short message, and perhaps for more; the same words whether or not one was sent. */
export function CodeFormPage(props: {
  title: string;
  lead: string;
  form: PageForm;
  submit: string;
  children?: ReactNode;
}) {
  const t = useT();
  const { isDemo } = usePageContext();
  return (
    <AccountFormPage
      title={props.title}
      lead={props.lead}
      form={props.form}
      notice={
        isDemo && (
          <Notice title={t("accounts:code.demo")}>
            <a href="/demo/tin-nhan">{t("accounts:code.demoLink")}</a>
          </Notice>
        )
      }
      after={<p>{t("accounts:code.nothing")}</p>}
    >
      <CodeField form={props.form} />
      {props.children}
      <FormActions>
        <Button>{props.submit}</Button>
      </FormActions>
    </AccountFormPage>
  );
}

/** What stands where a code no longer works. */
export function DeadCode({ again }: { again: { href: string; label: string } }) {
  const t = useT();
  return (
    <Stack>
      <PageHeader
        title={t("accounts:code.deadTitle")}
        lead={t("accounts:code.dead")}
        actions={<ButtonLink href={again.href}>{again.label}</ButtonLink>}
      />
    </Stack>
  );
}
