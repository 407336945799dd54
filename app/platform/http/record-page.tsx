import type { ReactNode } from "react";
import { Breadcrumbs, Button, ButtonLink, ErrorSummary, Form, FormActions, HiddenField, PageHeader, Stack } from "~/ui";
import { useT } from "../i18n";
import type { PageForm } from "./page-form";

interface RecordPageProps {
  title: string;
  lead?: ReactNode;
  /** The list that the record stands in, to which one goes back. */
  list: { label: string; href: string };
  crumbs: string;
  form: PageForm;
  /** The record's id, for a new one the id that it will have. */
  id: string;
  children: ReactNode;
}

/** A page with the form of one record: where it stands, what is wrong, its fields, save and cancel. */
export function RecordPage({ title, lead, list, crumbs, form, id, children }: RecordPageProps) {
  const t = useT();
  return (
    <Stack>
      <Breadcrumbs label={crumbs} items={[list, { label: title }]} />
      <PageHeader title={title} lead={lead} />
      <ErrorSummary title={t("platform:form.errors")} errors={form.errors} />
      <Form>
        <HiddenField name="id" value={form.value("id") ?? id} />
        <HiddenField name="version" value={form.value("version") ?? "0"} />
        {children}
        <FormActions>
          <Button>{t("platform:form.save")}</Button>
          <ButtonLink variant="quiet" href={list.href}>
            {t("platform:form.cancel")}
          </ButtonLink>
        </FormActions>
      </Form>
    </Stack>
  );
}
