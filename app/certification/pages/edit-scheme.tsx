import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { door, notFound } from "~/accounts/door.server";
import { findScheme } from "~/certification/certificate-queries.server";
import { schemeFormSchema, writeScheme } from "~/certification/write-scheme.server";
import { badForm, parseForm, refusedForm } from "~/platform/http/form.server";
import { pageForm } from "~/platform/http/page-form";
import { titleOf } from "~/platform/http/page-title";
import { uuidParam } from "~/platform/http/params.server";
import { readForm } from "~/platform/http/read-form.server";
import { useT } from "~/platform/i18n";
import {
  Breadcrumbs,
  Button,
  ButtonLink,
  Checkbox,
  ErrorSummary,
  Form,
  FormActions,
  HiddenField,
  PageHeader,
  TextArea,
  TextField,
} from "~/ui";

const newOne = "moi";

export const loader = door("scheme.administer").load(async ({ params, t, language, heldForm }) => {
  const scheme = params.schemeId === newOne ? undefined : await findScheme(uuidParam(params.schemeId));
  if (!scheme && params.schemeId !== newOne) throw notFound();
  return {
    title: scheme ? (language === "vi" ? scheme.nameVi : scheme.nameEn) : t("certification:schemes.add"),
    defaults: scheme
      ? {
          ...scheme,
          levels: scheme.levels.join("\n"),
          counts: scheme.counts ? "on" : "",
          active: scheme.active ? "on" : "",
        }
      : { id: crypto.randomUUID(), version: 0, active: "on" },
    held: await heldForm(),
  };
});

export const action = door("scheme.administer").act(async ({ request, params, actor, acting, language }) => {
  const submitted = parseForm((await readForm(request)).form, schemeFormSchema, language);
  if (!submitted.value) return badForm(submitted);
  const id = params.schemeId === newOne ? undefined : uuidParam(params.schemeId);
  const written = await writeScheme(id, submitted.value, actor, acting);
  if (!written.ok) {
    if (written.code === "notFound") throw notFound();
    return refusedForm(submitted, { language, namespace: "certification", code: written.code });
  }
  return redirect("/quan-tri/loai-chung-nhan?da=luu");
});

export const meta = titleOf;

export default function EditScheme() {
  const t = useT();
  const { title, defaults, held } = useLoaderData<typeof loader>();
  const form = pageForm(useActionData<typeof action>()?.form ?? held, defaults);
  const optional = t("platform:form.optional");
  return (
    <>
      <Breadcrumbs
        label={t("certification:breadcrumbs")}
        items={[{ label: t("certification:schemes.title"), href: "/quan-tri/loai-chung-nhan" }, { label: title }]}
      />
      <PageHeader title={title} />
      <ErrorSummary title={t("platform:form.errors")} errors={form.errors} />
      <Form>
        <HiddenField name="id" value={form.value("id") ?? defaults.id} />
        <HiddenField name="version" value={form.value("version") ?? "0"} />
        <TextField
          {...form.field("code")}
          label={t("certification:schemes.code")}
          hint={t("certification:schemes.codeHint")}
          width="medium"
          required
        />
        <TextField {...form.field("nameVi")} label={t("certification:schemes.nameVi")} required />
        <TextField {...form.field("nameEn")} label={t("certification:schemes.nameEn")} required />
        <TextField {...form.field("issuerVi")} label={t("certification:schemes.issuerVi")} required />
        <TextField {...form.field("issuerEn")} label={t("certification:schemes.issuerEn")} required />
        <TextField
          {...form.field("validityMonths")}
          label={t("certification:schemes.validityMonths")}
          hint={t("certification:schemes.validityHint")}
          optionalLabel={optional}
          inputMode="numeric"
          width="short"
        />
        <TextArea
          {...form.field("levels")}
          label={t("certification:schemes.levels")}
          hint={t("certification:schemes.levelsHint")}
          optionalLabel={optional}
          rows={4}
        />
        <TextField
          {...form.field("numberExample")}
          label={t("certification:schemes.numberExample")}
          optionalLabel={optional}
          width="medium"
        />
        <Checkbox
          name="counts"
          label={t("certification:schemes.countsLabel")}
          hint={t("certification:schemes.countsHint")}
          defaultChecked={form.isChecked("counts")}
        />
        <Checkbox
          name="active"
          label={t("certification:schemes.activeLabel")}
          defaultChecked={form.isChecked("active")}
        />
        <FormActions>
          <Button>{t("platform:form.save")}</Button>
          <ButtonLink variant="quiet" href="/quan-tri/loai-chung-nhan">
            {t("platform:form.cancel")}
          </ButtonLink>
        </FormActions>
      </Form>
    </>
  );
}
