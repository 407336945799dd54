import { useActionData, useLoaderData } from "@remix-run/react";
import { door } from "~/accounts/door.server";
import { answerRecordForm, editedRecord } from "~/accounts/record-form.server";
import { findScheme } from "~/certification/certificate-queries.server";
import { schemeFormSchema, writeScheme } from "~/certification/write-scheme.server";
import { pageForm } from "~/platform/http/page-form";
import { titleOf } from "~/platform/http/page-title";
import { RecordPage } from "~/platform/http/record-page";
import { useT } from "~/platform/i18n";
import { Checkbox, TextArea, TextField } from "~/ui";

export const loader = door("scheme.administer").load(async ({ params, t, language, heldForm }) => {
  const scheme = await editedRecord(params.schemeId, findScheme);
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

export const action = door("scheme.administer").act((visit) =>
  answerRecordForm(visit, visit.params.schemeId, {
    schema: () => schemeFormSchema,
    write: writeScheme,
    namespace: "certification",
    saved: "/quan-tri/loai-chung-nhan?da=luu",
  }),
);

export const meta = titleOf;

export default function EditScheme() {
  const t = useT();
  const { title, defaults, held } = useLoaderData<typeof loader>();
  const form = pageForm(useActionData<typeof action>()?.form ?? held, defaults);
  const optional = t("platform:form.optional");
  return (
    <RecordPage
      title={title}
      list={{ label: t("certification:schemes.title"), href: "/quan-tri/loai-chung-nhan" }}
      crumbs={t("certification:breadcrumbs")}
      form={form}
      id={defaults.id}
    >
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
    </RecordPage>
  );
}
