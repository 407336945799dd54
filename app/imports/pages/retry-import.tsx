import { randomUUID } from "node:crypto";
import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { door, notFound } from "~/accounts/door.server";
import { createImport } from "~/imports/create-import.server";
import type { FoundImport } from "~/imports/find-import.server";
import { ownImportOfVisit } from "~/imports/import-of-visit.server";
import { isOver, policiesOpen, remaining } from "~/imports/import-workflow";
import { UploadField } from "~/platform/files/upload-field";
import { badForm, parseForm } from "~/platform/http/form.server";
import { pageForm } from "~/platform/http/page-form";
import { titleOf } from "~/platform/http/page-title";
import { readForm } from "~/platform/http/read-form.server";
import { useT } from "~/platform/i18n";
import { sheetRefusalWords } from "~/platform/sheets/sheet-words";
import {
  Breadcrumbs,
  Button,
  ButtonLink,
  ErrorSummary,
  Form,
  FormActions,
  HiddenField,
  PageHeader,
  Section,
  Stack,
} from "~/ui";

const schema = z.object({ id: z.uuid() });

/** When the rows that are refused will not change any more; before its start one that has no other rows. */
const mayCorrect = (found: FoundImport): boolean =>
  isOver(found.status) || (found.status === "planned" && policiesOpen(remaining(found)).length === 0);

export const loader = door("account.use").load(async (visit) => {
  const { found } = await ownImportOfVisit(visit);
  if (!mayCorrect(found)) throw notFound();
  return {
    title: visit.t("imports:retry.title"),
    importId: found.id,
    fileName: found.fileName,
    id: randomUUID(),
    held: await visit.heldForm(),
  };
});

export const action = door("account.use").act(async (visit) => {
  const { found, kind } = await ownImportOfVisit(visit);
  if (!mayCorrect(found)) throw notFound();
  const { language, actor, acting, request } = visit;
  const received = await readForm(request, { maxFiles: 1, resumedFor: actor.accountId });
  try {
    const submitted = parseForm(received.form, schema, language);
    const table = received.uploads.find(({ field }) => field === "table");
    const tooLarge = received.problems.find(({ field }) => field === "table");
    const missing = tooLarge ? `platform:${tooLarge.code}` : "platform:file.missing";
    if (!submitted.value || !table) return badForm(submitted, table ? {} : { table: [missing] });
    const { id: retried, columns, enterpriseId, facts } = found;
    const input = { id: submitted.value.id, kind, enterpriseId, facts, scans: {}, retryOf: { id: retried, columns } };
    const done = await createImport(input, table, actor, acting);
    if (done.ok) return redirect(`/nhap-lieu/${done.value.id}`, 303);
    if (done.code === "notFound") throw notFound();
    // Another file is needed: this one does not come back with the page.
    await received.dispose();
    return badForm(submitted, { table: [sheetRefusalWords(language, done.code)] });
  } finally {
    await received.dispose();
  }
});

export const meta = titleOf;

export default function RetryImport() {
  const { title, importId, fileName, id, held } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useT();
  const form = pageForm(answer?.form ?? held, { id });
  const here = `/nhap-lieu/${importId}`;
  return (
    <>
      <Breadcrumbs
        label={t("imports:crumbs")}
        items={[
          { label: t("imports:list.title"), href: "/nhap-lieu" },
          { label: fileName, href: here },
          { label: title },
        ]}
      />
      <PageHeader title={title} lead={t("imports:retry.lead")} />
      <Stack gap="loose">
        <Section title={t("imports:retry.download")} lead={t("imports:retry.downloadText")}>
          <ButtonLink variant="secondary" icon="document" href={`${here}/ket-qua?chi=loi`}>
            {t("imports:result.refused")}
          </ButtonLink>
        </Section>
        <Section title={t("imports:retry.upload")} lead={t("imports:retry.uploadText")}>
          <Form upload>
            <ErrorSummary title={t("platform:form.errors")} errors={form.errors} />
            <HiddenField name="id" value={form.value("id") ?? id} />
            <UploadField
              form={form}
              name="table"
              label={t("imports:upload.file")}
              hint={t("imports:upload.fileHint")}
              accept=".xlsx,.csv,.txt,.tsv"
              required
            />
            <FormActions>
              <Button icon="upload">{t("imports:retry.submit")}</Button>
            </FormActions>
          </Form>
        </Section>
      </Stack>
    </>
  );
}
