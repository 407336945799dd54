import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { door, notFound } from "~/accounts/door.server";
import { proposeCertificateSchema } from "~/certification/certificate-change";
import { listOwnProducts } from "~/certification/certificate-queries.server";
import { ProposalFields } from "~/certification/components/proposal-fields";
import { memberCertificate } from "~/certification/member-certificate.server";
import { proposeCertificateChange } from "~/certification/propose-certificate-change.server";
import { readFormWithScan } from "~/certification/read-certificate-form.server";
import { findCertificateVersion, startOfProposal } from "~/certification/start-of-proposal.server";
import { dayOf } from "~/platform/day";
import { versionField } from "~/platform/http/fields";
import { badForm, refusedForm } from "~/platform/http/form.server";
import { titleOf } from "~/platform/http/page-title";
import { useT } from "~/platform/i18n";
import { ProposalForm } from "~/reviews/components/proposal-form";
import { Breadcrumbs, PageHeader } from "~/ui";

export const loader = door("enterprise.manage").load(async ({ params, actor, t, language, url, now, draft }) => {
  const certificate = await memberCertificate({ params, actor });
  if (certificate.status !== "verified") throw notFound();
  const asked = versionField.safeParse(url.searchParams.get("ban") ?? undefined).data;
  const start = await startOfProposal(certificate, asked, { today: dayOf(now), language });
  const own = (await listOwnProducts(certificate.enterpriseId, actor.accountId)) ?? [];
  const registered = own.filter(({ status }) => status === "registered");
  return {
    title: t("certification:propose.title"),
    certificate: {
      number: certificate.number,
      levels: certificate.levels,
      scanName: certificate.scan?.name,
      here: `/quan-ly/${certificate.enterpriseId}/chung-nhan/${certificate.id}`,
    },
    start,
    toJoin: registered.filter(({ id }) => !start.covered.includes(id)),
    toLeave: own.filter(({ id }) => start.covered.includes(id)),
    draft: await draft(certificate.version),
  };
});

export const action = door("enterprise.manage").act(async ({ request, params, actor, acting, language, dropDraft }) => {
  // Before the upload is read: what strangers send is not stored.
  const { id, enterpriseId, status } = await memberCertificate({ params, actor });
  if (status !== "verified") throw notFound();
  const { submitted, scan, problems } = await readFormWithScan(
    request,
    actor.accountId,
    proposeCertificateSchema,
    language,
  );
  if (!submitted.value || Object.keys(problems).length > 0) return badForm(submitted, problems);
  const { scanOf } = submitted.value;
  const earlierScanId = scanOf === undefined ? undefined : (await findCertificateVersion(id, scanOf))?.facts.scanId;
  const proposed = await proposeCertificateChange(
    {
      enterpriseId,
      certificateId: id,
      form: submitted.value,
      scan,
      ...(typeof earlierScanId === "string" && { earlierScanId }),
    },
    actor,
    acting,
  );
  if (!proposed.ok) {
    if (proposed.code === "notFound") throw notFound();
    const namespace = proposed.code.startsWith("change.") ? "reviews" : "certification";
    return refusedForm(submitted, { language, namespace, code: proposed.code });
  }
  await dropDraft();
  const done = proposed.value === "proposed" ? "de-xuat" : "rut-de-xuat";
  return redirect(`/quan-ly/${enterpriseId}/chung-nhan/${id}?da=${done}`, 303);
});

export const meta = titleOf;

export default function ProposeCertificateChange() {
  const { title, certificate, start, toJoin, toLeave, draft } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useT();
  return (
    <>
      <Breadcrumbs
        label={t("certification:breadcrumbs")}
        items={[{ label: certificate.number, href: certificate.here }, { label: title }]}
      />
      <PageHeader title={title} />
      <ProposalForm
        start={start}
        draft={draft}
        tried={answer?.form}
        upload
        back={certificate.here}
        proposal={{
          title: t("certification:propose.notice"),
          text: t("certification:propose.stays"),
          noteHint: t("certification:propose.noteHint"),
        }}
        restoredText={start.restored ? t("certification:propose.restored", { number: start.restored.number }) : null}
      >
        {(form) => (
          <ProposalFields
            form={form}
            levels={certificate.levels}
            scanName={certificate.scanName}
            toJoin={toJoin}
            toLeave={toLeave}
            restored={start.restored}
          />
        )}
      </ProposalForm>
    </>
  );
}
