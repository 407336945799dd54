import { randomUUID } from "node:crypto";
import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { door, notFound } from "~/accounts/door.server";
import { FactFields } from "~/imports/components/fact-fields";
import { createImport } from "~/imports/create-import.server";
import { kindOfVisit } from "~/imports/import-of-visit.server";
import { listImportableEnterprises } from "~/imports/import-queries.server";
import { readFacts } from "~/imports/read-upload.server";
import { columnNotes } from "~/imports/template.server";
import { UploadField } from "~/platform/files/upload-field";
import { badForm, parseForm, requiredField } from "~/platform/http/form.server";
import { pageForm } from "~/platform/http/page-form";
import { titleOf } from "~/platform/http/page-title";
import { readForm } from "~/platform/http/read-form.server";
import { useT } from "~/platform/i18n";
import { sheetRefusalWords } from "~/platform/sheets/sheet-words";
import {
  Breadcrumbs,
  Button,
  ButtonLink,
  Disclosure,
  EmptyState,
  ErrorSummary,
  Form,
  FormActions,
  HiddenField,
  PageHeader,
  SelectField,
  Stack,
  Table,
  Tag,
} from "~/ui";

const schema = z.object({ id: z.uuid(), enterpriseId: z.uuid().optional() });

export const loader = door("account.use").load(async (visit) => {
  const kind = kindOfVisit(visit);
  const { t, language, actor, url } = visit;
  const enterprises = kind.forEnterprise ? await listImportableEnterprises(actor.accountId) : [];
  const asked = url.searchParams.get("co-so");
  const chosen = enterprises.find(({ id }) => id === asked) ?? (enterprises.length === 1 ? enterprises[0] : undefined);
  return {
    title: t(kind.title),
    lead: t(kind.lead),
    slug: kind.slug,
    forEnterprise: kind.forEnterprise,
    enterprises,
    notes: columnNotes(kind.fields, t),
    facts: await Promise.all(
      kind.facts.map(async ({ name, type, label, hint, required = false, choices }) => ({
        name,
        type,
        label: t(label),
        hint: hint ? t(hint) : null,
        required,
        choices: [...((await choices?.(language)) ?? [])],
      })),
    ),
    defaults: { id: randomUUID(), enterpriseId: chosen?.id ?? null },
    held: await visit.heldForm(),
  };
});

export const action = door("account.use").act(async (visit) => {
  const kind = kindOfVisit(visit);
  const { language, actor, acting, request } = visit;
  const maxFiles = 1 + kind.facts.filter(({ type }) => type === "scan").length;
  const received = await readForm(request, { maxFiles, resumedFor: actor.accountId });
  let spare: "resumed" | undefined;
  try {
    const submitted = parseForm(received.form, schema, language);
    const { facts, scans, errors } = await readFacts(kind.facts, received, language);
    const table = received.uploads.find(({ field }) => field === "table");
    for (const { field, code } of received.problems) errors[field] = [`platform:${code}`];
    if (!table && !errors.table) errors.table = [requiredField(language, "imports:upload.file")];
    const { value } = submitted;
    if (value && kind.forEnterprise && !value.enterpriseId) errors.enterpriseId = ["imports:upload.noEnterprise"];
    if (!value || !table || Object.keys(errors).length > 0) {
      // What was sent ahead and is not itself at fault comes back with the page.
      spare = "resumed";
      return badForm(submitted, errors);
    }
    const enterpriseId = kind.forEnterprise ? (value.enterpriseId ?? null) : null;
    const done = await createImport({ id: value.id, kind, enterpriseId, facts, scans }, table, actor, acting);
    if (done.ok) return redirect(`/nhap-lieu/${done.value.id}/cot`, 303);
    if (done.code === "notFound") throw notFound();
    // Another file is needed: this one does not come back with the page.
    await received.dispose();
    return badForm(submitted, { table: [sheetRefusalWords(language, done.code)] });
  } finally {
    await received.dispose(spare);
  }
});

export const meta = titleOf;

export default function UploadImport() {
  const { title, lead, slug, forEnterprise, enterprises, facts, defaults, held } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useT();
  const form = pageForm(answer?.form ?? held, defaults);
  const template = (
    <p>
      {t("imports:template.title")}: <a href={`/nhap-lieu/mau/${slug}/xlsx`}>{t("imports:template.xlsx")}</a> ·{" "}
      <a href={`/nhap-lieu/mau/${slug}/csv`}>{t("imports:template.csv")}</a>
    </p>
  );
  return (
    <>
      <Breadcrumbs
        label={t("imports:crumbs")}
        items={[{ label: t("imports:list.title"), href: "/nhap-lieu" }, { label: title }]}
      />
      <PageHeader title={title} lead={lead} />
      {forEnterprise && enterprises.length === 0 ? (
        <EmptyState
          icon="store"
          title={t("imports:upload.noEnterprises")}
          actions={<ButtonLink href="/quan-ly/co-so-moi">{t("imports:upload.register")}</ButtonLink>}
        >
          {t("imports:upload.noEnterprisesText")}
        </EmptyState>
      ) : (
        <Stack>
          {template}
          <Notes />
          <Form upload>
            <ErrorSummary title={t("platform:form.errors")} errors={form.errors} />
            <HiddenField name="id" value={form.value("id") ?? defaults.id} />
            {forEnterprise && (
              <SelectField
                {...form.field("enterpriseId")}
                label={t("imports:upload.enterprise")}
                emptyOption={t("platform:form.choose")}
                options={enterprises.map(({ id, name }) => ({ value: id, label: name }))}
                required
              />
            )}
            <UploadField
              form={form}
              name="table"
              label={t("imports:upload.file")}
              hint={t("imports:upload.fileHint")}
              accept=".xlsx,.csv,.txt,.tsv"
              required
            />
            <FactFields facts={facts} form={form} />
            <FormActions>
              <Button icon="upload">{t("imports:upload.submit")}</Button>
            </FormActions>
          </Form>
        </Stack>
      )}
    </>
  );
}

/** What each column of the template wants. */
function Notes() {
  const { notes } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <Disclosure summary={t("imports:template.columns")}>
      <Table
        caption={t("imports:template.columns")}
        captionHidden
        rowKey={({ name }) => name}
        rows={notes}
        columns={[
          {
            key: "label",
            header: t("imports:template.column"),
            primary: true,
            cell: ({ label, required }) => (
              <>
                {label} {required && <Tag>{t("imports:template.required")}</Tag>}
              </>
            ),
          },
          { key: "note", header: t("imports:template.note"), cell: ({ note }) => note },
          { key: "example", header: t("imports:template.example"), cell: ({ example }) => example },
        ]}
      />
    </Disclosure>
  );
}
