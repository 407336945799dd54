import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { door, notFound } from "~/accounts/door.server";
import { certificateFields } from "~/certification/certificate-form";
import { badForm, parseForm, refusedForm } from "~/platform/http/form.server";
import { pageForm } from "~/platform/http/page-form";
import { titleOf } from "~/platform/http/page-title";
import { uuidParam } from "~/platform/http/params.server";
import { readForm } from "~/platform/http/read-form.server";
import { useT } from "~/platform/i18n";
import { findReason } from "~/reviews/reason-queries.server";
import { reviewSubjects } from "~/reviews/review";
import { newReasonSchema, reasonSchema, writeReason } from "~/reviews/write-reason.server";
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
  SelectField,
  SummaryList,
  TextArea,
  TextField,
} from "~/ui";

const newOne = "moi";

export const loader = door("bench.administer").load(async ({ params, t, language, heldForm }) => {
  const isNew = params.reasonId === newOne;
  const reason = isNew ? undefined : await findReason(uuidParam(params.reasonId));
  if (!reason && !isNew) throw notFound();
  const words = reason && (language === "vi" ? reason.wordsVi : reason.wordsEn);
  return {
    title: words ?? t("reviews:catalogue.add"),
    reason: reason && { kind: reason.kind, code: reason.code },
    defaults: reason
      ? { ...reason, active: reason.active ? "on" : "" }
      : { id: crypto.randomUUID(), version: 0, active: "on" },
    held: await heldForm(),
  };
});

export const action = door("bench.administer").act(async ({ request, params, actor, acting, language }) => {
  const isNew = params.reasonId === newOne;
  const id = isNew ? undefined : uuidParam(params.reasonId);
  const submitted = parseForm((await readForm(request)).form, isNew ? newReasonSchema : reasonSchema, language);
  if (!submitted.value) return badForm(submitted);
  const written = await writeReason({ ...submitted.value, ...(id && { id }) }, actor, acting);
  if (written.ok) return redirect("/quan-tri/ly-do?da=luu");
  if (written.code === "notFound") throw notFound();
  return refusedForm(submitted, { language, namespace: "reviews", code: written.code });
});

export const meta = titleOf;

export default function EditReason() {
  const t = useT();
  const { title, reason, defaults, held } = useLoaderData<typeof loader>();
  const form = pageForm(useActionData<typeof action>()?.form ?? held, defaults);
  const optionalLabel = t("platform:form.optional");
  return (
    <>
      <Breadcrumbs
        label={t("reviews:catalogue.crumbs")}
        items={[{ label: t("reviews:catalogue.title"), href: "/quan-tri/ly-do" }, { label: title }]}
      />
      <PageHeader title={title} />
      <ErrorSummary title={t("platform:form.errors")} errors={form.errors} />
      <Form>
        <HiddenField name="id" value={form.value("id") ?? defaults.id} />
        <HiddenField name="version" value={form.value("version") ?? "0"} />
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
        {(!reason || reason.kind === "certificate") && (
          <SelectField
            {...form.field("field")}
            label={t("reviews:catalogue.field")}
            emptyOption={t("reviews:catalogue.anyField")}
            options={certificateFields.map((value) => ({ value, label: t(`certification:field.${value}`) }))}
            width="medium"
          />
        )}
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
        <FormActions>
          <Button>{t("platform:form.save")}</Button>
          <ButtonLink variant="quiet" href="/quan-tri/ly-do">
            {t("platform:form.cancel")}
          </ButtonLink>
        </FormActions>
      </Form>
    </>
  );
}
