import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { DraftActions, DraftForm } from "~/accounts/components/draft-form";
import { door, notFound } from "~/accounts/door.server";
import { listOwnProducts, listSchemeChoices } from "~/certification/certificate-queries.server";
import { CertificateFields } from "~/certification/components/certificate-fields";
import { memberCertificate } from "~/certification/member-certificate.server";
import { readCertificateForm } from "~/certification/read-certificate-form.server";
import { checkRenewal, expectedStart } from "~/certification/renewal";
import { findRenewals } from "~/certification/renewal-queries.server";
import { addCertificate } from "~/certification/write-certificate.server";
import { dayOf } from "~/platform/day";
import { formatDay } from "~/platform/format";
import { badForm, refusedForm } from "~/platform/http/form.server";
import { pageForm } from "~/platform/http/page-form";
import { titleOf } from "~/platform/http/page-title";
import { useT } from "~/platform/i18n";
import { Breadcrumbs, ErrorSummary, HiddenField, PageHeader } from "~/ui";

export const loader = door("enterprise.manage").load(async ({ params, actor, t, language, draft }) => {
  const certificate = await memberCertificate({ params, actor });
  const { renewal } = await findRenewals(certificate.id);
  const here = `/quan-ly/${certificate.enterpriseId}/chung-nhan/${certificate.id}`;
  // Where it is renewed already, the renewal is what was meant.
  if (renewal) throw redirect(`/quan-ly/${certificate.enterpriseId}/chung-nhan/${renewal.id}`);
  const scheme = (await listSchemeChoices()).find(({ id }) => id === certificate.schemeId);
  if (!checkRenewal({ status: certificate.status, renewal }).ok || !scheme) throw notFound();
  const products = (await listOwnProducts(certificate.enterpriseId, actor.accountId)) ?? [];
  const start = expectedStart(certificate);
  const covered = new Set(certificate.products.map(({ id }) => id));
  return {
    title: t("certification:renewal.title"),
    lead: start
      ? t("certification:renewal.lead", { number: certificate.number, day: formatDay(start, language) })
      : t("certification:renewal.leadEndless", { number: certificate.number }),
    here,
    number: certificate.number,
    schemes: [scheme],
    products,
    defaults: {
      id: crypto.randomUUID(),
      schemeId: scheme.id,
      level: certificate.level ?? "",
      validFrom: start ? formatDay(start, language) : "",
      products: products.filter(({ id }) => covered.has(id)).map(({ id }) => id),
    },
    draft: await draft(),
  };
});

export const action = door("enterprise.manage").act(
  async ({ request, params, actor, language, acting, now, dropDraft }) => {
    // Before the upload is read: what strangers send is not stored.
    const { id: renews, enterpriseId } = await memberCertificate({ params, actor });
    const { submitted, scan, problems } = await readCertificateForm(request, actor.accountId, language, dayOf(now));
    if (!submitted.value || Object.keys(problems).length > 0) return badForm(submitted, problems);
    const added = await addCertificate({ enterpriseId, form: submitted.value, scan, renews }, actor, acting);
    if (!added.ok) {
      if (added.code === "notFound") throw notFound();
      return refusedForm(submitted, { language, namespace: "certification", code: added.code });
    }
    await dropDraft();
    return redirect(`/quan-ly/${enterpriseId}/chung-nhan/${added.value.certificateId}?da=them`);
  },
);

export const meta = titleOf;

export default function RenewCertificate() {
  const t = useT();
  const { title, lead, here, number, schemes, products, defaults, draft } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const form = pageForm(answer?.form ?? draft.state, defaults);
  return (
    <>
      <Breadcrumbs label={t("certification:breadcrumbs")} items={[{ label: number, href: here }, { label: title }]} />
      <PageHeader title={title} lead={lead} />
      <ErrorSummary title={t("platform:form.errors")} errors={form.errors} />
      <DraftForm draft={draft} answered={answer !== undefined} upload>
        <HiddenField name="id" value={form.value("id") ?? defaults.id} />
        <CertificateFields form={form} schemes={schemes} products={products} />
        <DraftActions submit={t("certification:add.submit")} cancel={here} />
      </DraftForm>
    </>
  );
}
