import { useActionData, useLoaderData } from "@remix-run/react";
import { door } from "~/accounts/door.server";
import { answerRecordForm, editedRecord } from "~/accounts/record-form.server";
import { formatDay } from "~/platform/format";
import { pageForm } from "~/platform/http/page-form";
import { titleOf } from "~/platform/http/page-title";
import { RecordPage } from "~/platform/http/record-page";
import { useT } from "~/platform/i18n";
import { writePercent } from "~/platform/percent";
import { findTarget } from "~/targets/target-queries.server";
import { targetFormSchema, writeTarget } from "~/targets/write-target.server";
import { Checkbox, DayField, RadioGroup, TextField } from "~/ui";

export const loader = door("target.administer").load(async ({ params, t, language, heldForm }) => {
  const target = await editedRecord(params.targetId, findTarget);
  return {
    title: target ? (language === "vi" ? target.nameVi : target.nameEn) : t("targets:admin.add"),
    defaults: target
      ? {
          ...target,
          share: writePercent(target.basisPoints),
          baseline: writePercent(target.baselineBasisPoints),
          deadline: formatDay(target.deadline, language),
          baselineOn: formatDay(target.baselineOn, language),
          active: target.active ? "on" : "",
        }
      : { id: crypto.randomUUID(), version: 0, active: "on", indicator: "listing-share", baseline: "0" },
    held: await heldForm(),
  };
});

export const action = door("target.administer").act((visit) =>
  answerRecordForm(visit, visit.params.targetId, {
    schema: () => targetFormSchema,
    write: writeTarget,
    namespace: "targets",
    saved: "/quan-tri/chi-tieu?da=chi-tieu",
  }),
);

export const meta = titleOf;

export default function EditTarget() {
  const t = useT();
  const { title, defaults, held } = useLoaderData<typeof loader>();
  const form = pageForm(useActionData<typeof action>()?.form ?? held, defaults);
  const text = (name: "nameVi" | "nameEn" | "legalBasisVi" | "legalBasisEn") => (
    <TextField {...form.field(name)} label={t(`targets:admin.${name}`)} maxLength={300} required />
  );
  return (
    <RecordPage
      title={title}
      list={{ label: t("targets:admin.title"), href: "/quan-tri/chi-tieu" }}
      crumbs={t("targets:list.here")}
      form={form}
      id={defaults.id}
    >
      <TextField
        {...form.field("code")}
        label={t("targets:admin.code")}
        hint={t("targets:admin.codeHint")}
        width="medium"
        required
      />
      {text("nameVi")}
      {text("nameEn")}
      <RadioGroup
        {...form.field("indicator")}
        label={t("targets:admin.indicator")}
        choices={(["listing-share", "sme-share"] as const).map((value) => ({
          value,
          label: t(`targets:admin.indicators.${value}`),
        }))}
      />
      <TextField
        {...form.field("share")}
        label={t("targets:admin.share")}
        hint={t("targets:admin.shareHint")}
        suffix="%"
        width="short"
        required
      />
      <DayField
        {...form.field("deadline")}
        label={t("targets:admin.deadline")}
        hint={t("platform:form.dayHint")}
        required
      />
      <DayField
        {...form.field("baselineOn")}
        label={t("targets:admin.baselineOn")}
        hint={t("platform:form.dayHint")}
        required
      />
      <TextField
        {...form.field("baseline")}
        label={t("targets:admin.baseline")}
        hint={t("targets:admin.baselineHint")}
        suffix="%"
        width="short"
        required
      />
      <TextField
        {...form.field("thresholdLevel")}
        label={t("targets:admin.threshold")}
        hint={t("targets:admin.thresholdHint")}
        optionalLabel={t("platform:form.optional")}
        inputMode="numeric"
        width="short"
      />
      {text("legalBasisVi")}
      {text("legalBasisEn")}
      <Checkbox name="active" label={t("targets:admin.activeLabel")} defaultChecked={form.isChecked("active")} />
    </RecordPage>
  );
}
