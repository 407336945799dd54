import { useActionData, useLoaderData } from "@remix-run/react";
import { door } from "~/accounts/door.server";
import { answerRecordForm, editedRecord } from "~/accounts/record-form.server";
import { namedReviewFields } from "~/desk/review-field-words.server";
import { fitsKind } from "~/desk/review-fields";
import { pageForm } from "~/platform/http/page-form";
import { titleOf } from "~/platform/http/page-title";
import { RecordPage } from "~/platform/http/record-page";
import { useT } from "~/platform/i18n";
import { findReason } from "~/reviews/reason-queries.server";
import { reviewSubjects } from "~/reviews/review";
import { newReasonSchema, reasonSchema, writeReason } from "~/reviews/write-reason.server";
import { Checkbox, SelectField, SummaryList, TextArea, TextField } from "~/ui";

export const loader = door("bench.administer").load(async ({ params, t, language, heldForm }) => {
  const reason = await editedRecord(params.reasonId, findReason);
  const words = reason && (language === "vi" ? reason.wordsVi : reason.wordsEn);
  return {
    title: words ?? t("reviews:catalogue.add"),
    reason: reason && { kind: reason.kind, code: reason.code },
    fields: namedReviewFields(t),
    defaults: reason
      ? { ...reason, active: reason.active ? "on" : "" }
      : { id: crypto.randomUUID(), version: 0, active: "on" },
    held: await heldForm(),
  };
});

export const action = door("bench.administer").act((visit) =>
  answerRecordForm(visit, visit.params.reasonId, {
    schema: (isNew) => (isNew ? newReasonSchema : reasonSchema),
    write: (place, reason, actor, acting) => writeReason(place, fitsKind, reason, actor, acting),
    namespace: "reviews",
    saved: "/quan-tri/ly-do?da=luu",
  }),
);

export const meta = titleOf;

export default function EditReason() {
  const t = useT();
  const { title, reason, fields, defaults, held } = useLoaderData<typeof loader>();
  const form = pageForm(useActionData<typeof action>()?.form ?? held, defaults);
  const optionalLabel = t("platform:form.optional");
  return (
    <RecordPage
      title={title}
      list={{ label: t("reviews:catalogue.title"), href: "/quan-tri/ly-do" }}
      crumbs={t("reviews:catalogue.crumbs")}
      form={form}
      id={defaults.id}
    >
      {reason ? (
        <SummaryList
          items={[
            { key: "kind", term: t("reviews:catalogue.kind"), value: t(`reviews:kind.${reason.kind}`) },
            { key: "code", term: t("reviews:catalogue.code"), value: reason.code },
          ]}
        />
      ) : (
        <>
          <SelectField
            {...form.field("kind")}
            label={t("reviews:catalogue.kind")}
            options={reviewSubjects.map((value) => ({ value, label: t(`reviews:kind.${value}`) }))}
            width="medium"
          />
          <TextField
            {...form.field("code")}
            label={t("reviews:catalogue.code")}
            hint={t("reviews:catalogue.codeHint")}
            width="medium"
            autoComplete="off"
            required
          />
        </>
      )}
      <SelectField
        {...form.field("field")}
        label={t("reviews:catalogue.field")}
        emptyOption={t("reviews:catalogue.anyField")}
        options={
          reason
            ? fields[reason.kind]
            : reviewSubjects.map((kind) => ({ label: t(`reviews:kind.${kind}`), options: fields[kind] }))
        }
        width="medium"
      />
      <TextField {...form.field("wordsVi")} label={t("reviews:catalogue.wordsVi")} required />
      <TextField {...form.field("wordsEn")} label={t("reviews:catalogue.wordsEn")} required />
      <TextArea
        {...form.field("adviceVi")}
        label={t("reviews:catalogue.adviceVi")}
        optionalLabel={optionalLabel}
        rows={3}
      />
      <TextArea
        {...form.field("adviceEn")}
        label={t("reviews:catalogue.adviceEn")}
        optionalLabel={optionalLabel}
        rows={3}
      />
      <Checkbox name="active" label={t("reviews:catalogue.active")} defaultChecked={form.isChecked("active")} />
    </RecordPage>
  );
}
