import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { DraftActions, DraftForm } from "~/accounts/components/draft-form";
import { door, notFound } from "~/accounts/door.server";
import { belongsTo } from "~/accounts/membership-queries.server";
import { findSubmittedCertificate } from "~/certification/certificate-queries.server";
import { CertificateFacts } from "~/certification/components/certificate-facts";
import { proposeRevocation } from "~/certification/propose-revocation.server";
import { readRevocationForm } from "~/certification/read-revocation-form.server";
import { revocationReasons } from "~/certification/revocation";
import { findStandingRevocation } from "~/certification/revocation-queries.server";
import { dayOf } from "~/platform/day";
import { UploadField } from "~/platform/files/upload-field";
import { formatDay } from "~/platform/format";
import { badForm, refusedForm } from "~/platform/http/form.server";
import { pageForm } from "~/platform/http/page-form";
import { titleOf } from "~/platform/http/page-title";
import { uuidParam } from "~/platform/http/params.server";
import { useT } from "~/platform/i18n";
import { Breadcrumbs, DayField, ErrorSummary, HiddenField, PageHeader, SelectField, Stack, TextArea } from "~/ui";

export const loader = door("certificate.revoke").load(async ({ params, actor, t, now, language, draft }) => {
  const certificate = await findSubmittedCertificate(uuidParam(params.certificateId));
  if (certificate?.status !== "verified") throw notFound();
  if (await belongsTo(actor.accountId, certificate.enterpriseId)) throw notFound();
  const open = await findStandingRevocation(certificate.id);
  if (open) throw redirect(`/tham-dinh/de-nghi-thu-hoi/${open.id}`);
  return {
    title: `${t("certification:revocation.propose")} ${certificate.number}`,
    certificate,
    defaults: {
      id: crypto.randomUUID(),
      version: String(certificate.version),
      effectiveOn: formatDay(dayOf(now), language),
    },
    draft: await draft(certificate.version),
  };
});

export const action = door("certificate.revoke").act(
  async ({ request, params, actor, acting, language, dropDraft }) => {
    const certificateId = uuidParam(params.certificateId);
    const { submitted, document, problems } = await readRevocationForm(request, actor.accountId, language);
    if (!submitted.value || Object.keys(problems).length > 0) return badForm(submitted, problems);
    const proposed = await proposeRevocation({ certificateId, ...submitted.value, document }, actor, acting);
    if (!proposed.ok) {
      if (proposed.code === "notFound") throw notFound();
      return refusedForm(submitted, { language, namespace: "certification", code: proposed.code });
    }
    await dropDraft();
    return redirect(`/tham-dinh/de-nghi-thu-hoi/${proposed.value.revocationId}?da=de-nghi`);
  },
);

export const meta = titleOf;

export default function ProposeRevocation() {
  const t = useT();
  const { certificate, title, defaults, draft } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const form = pageForm(answer?.form ?? draft.state, defaults);
  const back = `/tham-dinh/chung-nhan/${certificate.id}`;
  return (
    <>
      <Breadcrumbs
        label={t("certification:breadcrumbs")}
        items={[
          { label: t("certification:register.title"), href: "/so/chung-nhan" },
          { label: certificate.number, href: back },
          { label: t("certification:revocation.propose") },
        ]}
      />
      <PageHeader title={title} lead={t("certification:revocation.lead")} />
      <ErrorSummary title={t("platform:form.errors")} errors={form.errors} />
      <Stack gap="loose">
        <CertificateFacts certificate={certificate} isStaff />
        <DraftForm draft={draft} answered={answer !== undefined} upload>
          <HiddenField name="id" value={form.value("id") ?? defaults.id} />
          <HiddenField name="version" value={form.value("version") ?? defaults.version} />
          <DayField
            {...form.field("effectiveOn")}
            label={t("certification:revocation.effectiveOn")}
            hint={t("certification:revocation.effectiveOnHint")}
            required
          />
          <SelectField
            {...form.field("reason")}
            label={t("certification:revocation.reasonLabel")}
            hint={t("certification:revocation.reasonHint")}
            emptyOption={t("platform:form.choose")}
            options={revocationReasons.map((code) => ({
              value: code,
              label: t(`certification:revocation.reason.${code}`),
            }))}
            required
          />
          <TextArea
            {...form.field("explanation")}
            label={t("certification:revocation.explanation")}
            hint={t("certification:revocation.explanationHint")}
            required
          />
          <UploadField
            form={form}
            name="document"
            label={t("certification:revocation.document")}
            hint={t("platform:file.hint")}
            accept="application/pdf,image/jpeg,image/png,image/webp"
            optionalLabel={t("platform:form.optional")}
          />
          <DraftActions submit={t("certification:revocation.send")} cancel={back} variant="danger" />
        </DraftForm>
      </Stack>
    </>
  );
}
