import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { DraftActions, DraftForm } from "~/accounts/components/draft-form";
import { door, notFound } from "~/accounts/door.server";
import { certificateFields } from "~/certification/certificate-form";
import { listOwnProducts, listSchemeChoices } from "~/certification/certificate-queries.server";
import { CertificateFields } from "~/certification/components/certificate-fields";
import { memberCertificate } from "~/certification/member-certificate.server";
import { readCertificateForm } from "~/certification/read-certificate-form.server";
import { restoredClaim } from "~/certification/start-of-proposal.server";
import { editCertificate } from "~/certification/write-certificate.server";
import { dayOf } from "~/platform/day";
import { formatDay } from "~/platform/format";
import { badForm, refusedForm } from "~/platform/http/form.server";
import { pageForm } from "~/platform/http/page-form";
import { titleOf } from "~/platform/http/page-title";
import { useT } from "~/platform/i18n";
import { reasonState } from "~/reviews/reason";
import { findLatestReview } from "~/reviews/review-queries.server";
import { Breadcrumbs, ErrorSummary, HiddenField, PageHeader } from "~/ui";

export const loader = door("enterprise.manage").load(async ({ params, actor, t, language, draft, url }) => {
  const certificate = await memberCertificate({ params, actor });
  const { enterpriseId } = certificate;
  if (certificate.status !== "draft" && certificate.status !== "returned") throw notFound();
  const restored = await restoredClaim(certificate.id, url.searchParams.get("ban"));
  const claim = { ...certificate, products: certificate.products.map(({ id }) => id), ...restored };
  const defaults = {
    id: certificate.id,
    version: String(certificate.version),
    schemeId: claim.schemeId,
    number: claim.number,
    level: claim.level ?? "",
    issuedOn: formatDay(claim.issuedOn, language),
    validFrom: formatDay(claim.validFrom, language),
    validTo: claim.validTo ? formatDay(claim.validTo, language) : "",
    products: claim.products,
  };
  const review = certificate.status === "returned" ? await findLatestReview("certificate", certificate.id) : undefined;
  return {
    title: t("certification:edit.title"),
    enterpriseId,
    certificateId: certificate.id,
    isReturned: certificate.status === "returned",
    scanName: certificate.scan?.name,
    defaults,
    products: (await listOwnProducts(enterpriseId, actor.accountId)) ?? [],
    schemes: await listSchemeChoices(),
    draft: await draft(certificate.version),
    isRestored: restored !== undefined,
    returned: review && reasonState(defaults, review, certificateFields, language),
  };
});

export const action = door("enterprise.manage").act(
  async ({ request, params, actor, language, acting, now, dropDraft }) => {
    // Before the upload is read: what strangers send is not stored.
    const { id, enterpriseId } = await memberCertificate({ params, actor });
    const { submitted, scan, problems } = await readCertificateForm(request, actor.accountId, language, dayOf(now));
    if (!submitted.value || Object.keys(problems).length > 0) return badForm(submitted, problems);
    const form = { ...submitted.value, id };
    const edited = await editCertificate({ enterpriseId, form, scan }, actor, acting);
    if (!edited.ok) {
      if (edited.code === "notFound") throw notFound();
      return refusedForm(submitted, { language, namespace: "certification", code: edited.code });
    }
    await dropDraft();
    return redirect(`/quan-ly/${enterpriseId}/chung-nhan/${form.id}?da=sua`);
  },
);

export const meta = titleOf;

export default function EditCertificate() {
  const t = useT();
  const {
    title,
    enterpriseId,
    certificateId,
    isReturned,
    scanName,
    defaults,
    products,
    schemes,
    draft,
    returned,
    isRestored,
  } = useLoaderData<typeof loader>();
  const tried = useActionData<typeof action>()?.form;
  const isFirstLook = tried === undefined && isReturned;
  const form = pageForm(
    tried ?? (draft.state && !isRestored ? { ...draft.state, errors: returned?.errors ?? {} } : returned),
    defaults,
  );
  return (
    <>
      <Breadcrumbs
        label={t("certification:breadcrumbs")}
        items={[
          { label: defaults.number, href: `/quan-ly/${enterpriseId}/chung-nhan/${certificateId}` },
          { label: title },
        ]}
      />
      <PageHeader title={title} />
      <ErrorSummary
        title={t(isFirstLook ? "certification:outcome.returned" : "platform:form.errors")}
        errors={form.errors}
      />
      <DraftForm draft={draft} answered={tried !== undefined} upload>
        <HiddenField name="id" value={certificateId} />
        <HiddenField name="version" value={form.value("version") ?? defaults.version} />
        <CertificateFields form={form} schemes={schemes} products={products} scanName={scanName} />
        <DraftActions
          submit={t("platform:form.save")}
          cancel={`/quan-ly/${enterpriseId}/chung-nhan/${certificateId}`}
        />
      </DraftForm>
    </>
  );
}
