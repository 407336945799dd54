import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { DraftActions, DraftForm } from "~/accounts/components/draft-form";
import { door, notFound } from "~/accounts/door.server";
import { listOwnProducts, listSchemeChoices } from "~/certification/certificate-queries.server";
import { CertificateFields } from "~/certification/components/certificate-fields";
import { readCertificateForm } from "~/certification/read-certificate-form.server";
import { addCertificate } from "~/certification/write-certificate.server";
import { memberEnterprise } from "~/enterprises/member-enterprise.server";
import { dayOf } from "~/platform/day";
import { badForm, refusedForm } from "~/platform/http/form.server";
import { pageForm } from "~/platform/http/page-form";
import { titleOf } from "~/platform/http/page-title";
import { uuidParam } from "~/platform/http/params.server";
import { useT } from "~/platform/i18n";
import { Breadcrumbs, ErrorSummary, HiddenField, PageHeader } from "~/ui";

export const loader = door("enterprise.manage").load(async ({ params, actor, t, url, draft }) => {
  const enterpriseId = uuidParam(params.enterpriseId);
  const products = await listOwnProducts(enterpriseId, actor.accountId);
  if (!products) throw notFound();
  return {
    title: t("certification:add.title"),
    id: crypto.randomUUID(),
    enterpriseId,
    products,
    schemes: await listSchemeChoices(),
    // The only product is meant, whoever asks.
    chosen: products.length === 1 ? products.map(({ id }) => id) : url.searchParams.getAll("san-pham").slice(0, 200),
    draft: await draft(),
  };
});

export const action = door("enterprise.manage").act(
  async ({ request, params, actor, language, acting, now, dropDraft }) => {
    // Before the upload is read: what strangers send is not stored.
    const { id: enterpriseId } = await memberEnterprise({ params, actor });
    const { submitted, scan, problems } = await readCertificateForm(request, actor.accountId, language, dayOf(now));
    if (!submitted.value || Object.keys(problems).length > 0) return badForm(submitted, problems);
    const added = await addCertificate({ enterpriseId, form: submitted.value, scan }, actor, acting);
    if (!added.ok) {
      if (added.code === "notFound") throw notFound();
      return refusedForm(submitted, { language, namespace: "certification", code: added.code });
    }
    await dropDraft();
    return redirect(`/quan-ly/${enterpriseId}/chung-nhan/${added.value.certificateId}?da=them`);
  },
);

export const meta = titleOf;

export default function AddCertificate() {
  const t = useT();
  const { id, enterpriseId, products, schemes, chosen, draft, title } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const form = pageForm(answer?.form ?? draft.state, { id, products: chosen });
  return (
    <>
      <Breadcrumbs
        label={t("certification:breadcrumbs")}
        items={[{ label: t("certification:add.back"), href: `/quan-ly/${enterpriseId}` }, { label: title }]}
      />
      <PageHeader title={title} lead={t("certification:add.lead")} />
      <ErrorSummary title={t("platform:form.errors")} errors={form.errors} />
      <DraftForm draft={draft} answered={answer !== undefined} upload>
        <HiddenField name="id" value={form.value("id") ?? id} />
        <CertificateFields form={form} schemes={schemes} products={products} />
        <DraftActions submit={t("certification:add.submit")} cancel={`/quan-ly/${enterpriseId}`} />
      </DraftForm>
    </>
  );
}
