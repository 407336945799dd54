import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { door, notFound } from "~/accounts/door.server";
import { findSubmittedCertificate } from "~/certification/certificate-queries.server";
import { CertificateFacts } from "~/certification/components/certificate-facts";
import { revokeCertificate } from "~/certification/revoke-certificate.server";
import { dayOf } from "~/platform/day";
import { formatDay } from "~/platform/format";
import { dayField, versionField } from "~/platform/http/fields";
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
  DayField,
  ErrorSummary,
  Form,
  FormActions,
  HiddenField,
  PageHeader,
  Stack,
  TextArea,
} from "~/ui";

const revokeSchema = z.object({
  version: versionField,
  revokedOn: dayField,
  reason: z.string().max(1000, { error: "certification:note.tooLong" }),
});

export const loader = door("certificate.revoke").load(async ({ params, t, now, language, heldForm }) => {
  const certificate = await findSubmittedCertificate(uuidParam(params.certificateId));
  if (certificate?.status !== "verified") throw notFound();
  return {
    title: `${t("certification:revoke.title")} ${certificate.number}`,
    certificate,
    today: formatDay(dayOf(now), language),
    held: await heldForm(),
  };
});

export const action = door("certificate.revoke").act(async ({ request, params, actor, acting, language }) => {
  const certificateId = uuidParam(params.certificateId);
  const submitted = parseForm((await readForm(request)).form, revokeSchema, language);
  if (!submitted.value) return badForm(submitted);
  const revoked = await revokeCertificate({ certificateId, ...submitted.value }, actor, acting);
  if (!revoked.ok) {
    if (revoked.code === "notFound") throw notFound();
    return refusedForm(submitted, { language, namespace: "certification", code: revoked.code });
  }
  return redirect(`/tham-dinh/chung-nhan/${certificateId}?da=thu-hoi`);
});

export const meta = titleOf;

export default function RevokeCertificate() {
  const t = useT();
  const { certificate, today, title, held } = useLoaderData<typeof loader>();
  const form = pageForm(useActionData<typeof action>()?.form ?? held, {
    revokedOn: today,
    version: certificate.version,
  });
  return (
    <>
      <Breadcrumbs
        label={t("certification:breadcrumbs")}
        items={[
          { label: t("certification:register.title"), href: "/so/chung-nhan" },
          { label: certificate.number, href: `/tham-dinh/chung-nhan/${certificate.id}` },
          { label: t("certification:revoke.open") },
        ]}
      />
      <PageHeader title={title} lead={t("certification:revoke.lead")} />
      <ErrorSummary title={t("platform:form.errors")} errors={form.errors} />
      <Stack gap="loose">
        <CertificateFacts certificate={certificate} />
        <Form>
          <HiddenField name="version" value={form.value("version") ?? certificate.version} />
          <DayField
            {...form.field("revokedOn")}
            label={t("certification:revoke.day")}
            hint={t("certification:revoke.dayHint")}
            required
          />
          <TextArea
            {...form.field("reason")}
            label={t("certification:revoke.reason")}
            hint={t("certification:revoke.reasonHint")}
            required
          />
          <FormActions>
            <Button variant="danger">{t("certification:revoke.submit")}</Button>
            <ButtonLink variant="quiet" href={`/tham-dinh/chung-nhan/${certificate.id}`}>
              {t("platform:form.cancel")}
            </ButtonLink>
          </FormActions>
        </Form>
      </Stack>
    </>
  );
}
