import { json, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { door, notFound } from "~/accounts/door.server";
import { ownImportOfVisit } from "~/imports/import-of-visit.server";
import { nextImportStatus } from "~/imports/import-workflow";
import { mapImport, rereadImport } from "~/imports/map-import.server";
import { columnProblems } from "~/imports/propose-columns";
import { versionField } from "~/platform/http/fields";
import { type FormReply, parseForm, refusedForm, typedValues } from "~/platform/http/form.server";
import { pageForm } from "~/platform/http/page-form";
import { titleOf } from "~/platform/http/page-title";
import { readForm } from "~/platform/http/read-form.server";
import { translateCode, useT } from "~/platform/i18n";
import { sheetEncodings } from "~/platform/sheets/sheet";
import { sheetRefusalWords } from "~/platform/sheets/sheet-words";
import {
  Breadcrumbs,
  Button,
  ButtonLink,
  Disclosure,
  ErrorSummary,
  Form,
  FormActions,
  HiddenField,
  Notice,
  PageHeader,
  SelectField,
  Stack,
  TextField,
} from "~/ui";

const rereadSchema = z.object({
  intent: z.literal("reread"),
  encoding: z.enum(sheetEncodings).optional(),
  sheet: z.coerce.number().int().min(0).max(500).default(0),
  headerRow: z.coerce.number().int().min(0).max(60).default(0),
});
const mapSchema = z.object({ version: versionField });

const nameOf = (column: number): string => `c${column}`;

export const loader = door("account.use").load(async (visit) => {
  const { found, kind } = await ownImportOfVisit(visit);
  const { t, language } = visit;
  if (!nextImportStatus(found.status, "map").ok) throw redirect(`/nhap-lieu/${found.id}`);
  const { source, sheet, headerRow, version, columns, fileName, id } = found;
  return {
    title: t("imports:columns.title"),
    id,
    fileName,
    source: {
      sheets: source.format === "xlsx" ? [...source.sheets] : [],
      encoding: source.format === "csv" ? source.encoding : null,
    },
    sheet,
    headerRow,
    version,
    columns: columns.map(({ title, samples, field, reason }, at) => ({
      name: nameOf(at),
      title: title || t("imports:columns.untitled", { number: at + 1 }),
      samples: [...samples],
      field,
      reason: reason && translateCode(language, reason),
    })),
    fields: kind.fields.map(({ name, label, required }) => ({ name, label: t(label), required: required ?? null })),
    held: await visit.heldForm(),
  };
});

export const action = door("account.use").act(async (visit) => {
  const { found, kind } = await ownImportOfVisit(visit);
  const { language, actor, acting, request } = visit;
  const { form, dispose } = await readForm(request);
  await dispose();
  const refusal = { language, namespace: "imports" };
  if (form.has("intent")) {
    const submitted = parseForm(form, rereadSchema, language);
    if (!submitted.value) return json<FormReply>({ form: submitted.state() }, 400);
    const done = await rereadImport(found, submitted.value, actor, acting);
    if (done.ok) return redirect(`/nhap-lieu/${found.id}/cot`, 303);
    if (done.code === "notFound") throw notFound();
    if (done.code === "notAllowed" || done.code === "stale")
      return refusedForm(submitted, { ...refusal, code: done.code });
    return json<FormReply>({ form: submitted.state({ "": [sheetRefusalWords(language, done.code)] }) }, 400);
  }
  const submitted = parseForm(form, mapSchema, language);
  const fields = kind.fields.map(({ name }) => name);
  const chosen = found.columns.map((_, at) => {
    const name = String(form.get(nameOf(at)) ?? "");
    return fields.includes(name) ? name : null;
  });
  const problems = columnProblems(chosen, kind.fields);
  if (!submitted.value || problems.length > 0) {
    const errors: Record<string, string[]> = {};
    for (const { column, code, field } of problems) {
      const label = kind.fields.find(({ name }) => name === field)?.label;
      const words = translateCode(language, `imports:${code}`, { field: label ? translateCode(language, label) : "" });
      const place = column === null ? "" : nameOf(column);
      errors[place] = [...(errors[place] ?? []), words];
    }
    return json<FormReply>({ form: { ...submitted.state(errors), values: typedValues(form) } }, 400);
  }
  const done = await mapImport({ importId: found.id, version: submitted.value.version, chosen }, actor, acting);
  if (done.ok) return redirect(`/nhap-lieu/${found.id}`, 303);
  if (done.code === "notFound") throw notFound();
  return refusedForm(submitted, { ...refusal, code: done.code });
});

export const meta = titleOf;

export default function MapColumns() {
  const { title, id, fileName, version, columns, fields, held } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useT();
  const defaults = Object.fromEntries(columns.map(({ name, field }) => [name, field]));
  const form = pageForm(answer?.form ?? held, { version, ...defaults });
  const unmatched = fields.filter(({ name, required }) => required && !columns.some(({ field }) => field === name));
  return (
    <>
      <Breadcrumbs
        label={t("imports:crumbs")}
        items={[
          { label: t("imports:list.title"), href: "/nhap-lieu" },
          { label: fileName, href: `/nhap-lieu/${id}` },
          { label: title },
        ]}
      />
      <PageHeader title={title} lead={t("imports:columns.lead")} />
      <Stack>
        {unmatched.length > 0 && (
          <Notice tone="warning">
            {t("imports:columns.unmatched", { fields: unmatched.map(({ label }) => label).join(", ") })}
          </Notice>
        )}
        <TableChoice />
        <Form label={title}>
          <ErrorSummary title={t("platform:form.errors")} errors={form.errors} />
          <HiddenField name="version" value={form.value("version") ?? version} />
          {columns.map(({ name, title: column, samples, reason }) => (
            <SelectField
              key={name}
              {...form.field(name)}
              label={column}
              hint={
                <>
                  {samples.length > 0 && <p>{t("imports:columns.samples", { samples: samples.join(" · ") })}</p>}
                  {reason && <p>{t("imports:columns.ignored", { reason })}</p>}
                </>
              }
              emptyOption={t("imports:columns.skip")}
              options={fields.map((field) => ({ value: field.name, label: field.label }))}
              width="medium"
            />
          ))}
          <FormActions>
            <Button>{t("imports:columns.submit")}</Button>
            <ButtonLink variant="quiet" href={`/nhap-lieu/${id}`}>
              {t("platform:form.back")}
            </ButtonLink>
          </FormActions>
        </Form>
      </Stack>
    </>
  );
}

/** Which part of the file is the table, and in which encoding: for when it was not recognised rightly. */
function TableChoice() {
  const { source, sheet, headerRow } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <Disclosure summary={t("imports:table.title")} open={source.sheets.length > 1}>
      <Form label={t("imports:table.title")}>
        {source.sheets.length > 1 && (
          <SelectField
            name="sheet"
            label={t("imports:table.sheet")}
            options={source.sheets.map((name, at) => ({ value: String(at), label: name }))}
            defaultValue={String(sheet)}
            width="medium"
          />
        )}
        {source.encoding && (
          <SelectField
            name="encoding"
            label={t("imports:table.encoding")}
            hint={t("imports:table.encodingHint")}
            options={sheetEncodings.map((encoding) => ({
              value: encoding,
              label: t(`platform:sheet.encoding.${encoding}`),
            }))}
            defaultValue={source.encoding}
            width="medium"
          />
        )}
        <TextField
          name="headerRow"
          label={t("imports:table.headerRow")}
          hint={t("imports:table.headerRowHint")}
          defaultValue={headerRow}
          inputMode="numeric"
          width="short"
          maxLength={2}
        />
        <FormActions>
          <Button variant="secondary" name="intent" value="reread">
            {t("imports:table.submit")}
          </Button>
        </FormActions>
      </Form>
    </Disclosure>
  );
}
