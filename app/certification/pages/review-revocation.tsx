import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { door, notFound } from "~/accounts/door.server";
import { findSubmittedCertificate } from "~/certification/certificate-queries.server";
import { CertificateFacts } from "~/certification/components/certificate-facts";
import { CertificateStandingTag } from "~/certification/components/certificate-tags";
import { OwnProposal } from "~/certification/components/own-proposal";
import { RevocationFacts } from "~/certification/components/revocation-facts";
import { ScanView } from "~/certification/components/scan-view";
import { decideRevocation, withdrawRevocation } from "~/certification/decide-revocation.server";
import { revocationReviewFields } from "~/certification/revocation";
import { findRevocation } from "~/certification/revocation-queries.server";
import { scanPages } from "~/certification/scan-pictures.server";
import { dayOf } from "~/platform/day";
import { versionField } from "~/platform/http/fields";
import { parseForm, refusedForm } from "~/platform/http/form.server";
import { titleOf } from "~/platform/http/page-title";
import { uuidParam } from "~/platform/http/params.server";
import { readForm } from "~/platform/http/read-form.server";
import { useT } from "~/platform/i18n";
import { DoneNotice, ReviewDesk, ReviewNotes, ReviewOutcome } from "~/reviews/components/review-desk";
import { decisionSchemaOf, reasonsOf } from "~/reviews/decision-form";
import { openDesk } from "~/reviews/open-desk";
import { reviewDecisions } from "~/reviews/review-decision";
import { actOnReview, loadReviewPage } from "~/reviews/review-page.server";
import { Breadcrumbs, ErrorSummary, Notice, PageHeader, Split, Stack } from "~/ui";

const done = ["de-nghi", "withdraw"] as const;
const decisionSchema = decisionSchemaOf(revocationReviewFields, reviewDecisions.revocation);
const withdrawSchema = z.object({ action: z.literal("withdraw"), version: versionField });

export const loader = door("register.read").load(async (visit) => {
  const { params, url, actor, t, now } = visit;
  const revocation = await findRevocation(uuidParam(params.revocationId));
  const certificate = revocation && (await findSubmittedCertificate(revocation.certificateId));
  if (!revocation || !certificate) throw notFound();
  const { proposedById, ...shown } = revocation;
  const { id, version } = revocation;
  const { enterpriseId } = certificate;
  return {
    ...(await loadReviewPage({ kind: "revocation", id, version, enterpriseId }, visit)),
    title: `${t("certification:revocation.title")} ${certificate.number}`,
    revocation: shown,
    certificate,
    today: dayOf(now),
    scanPages: await scanPages(certificate.scan?.id, actor.accountId, true),
    mayWithdraw: revocation.status === "proposed" && proposedById === actor.accountId,
    proposed: done.find((known) => known === url.searchParams.get("da")),
  };
});

export const action = door("certificate.revoke").act(async (visit) => {
  const { request, params, actor, acting, language } = visit;
  const id = uuidParam(params.revocationId);
  const { form } = await readForm(request);
  const withdrawal = parseForm(form, withdrawSchema, language);
  if (withdrawal.value) {
    const withdrawn = await withdrawRevocation({ id, version: withdrawal.value.version }, actor, acting);
    if (withdrawn.ok) return redirect(`/tham-dinh/de-nghi-thu-hoi/${id}?da=withdraw`);
    if (withdrawn.code === "notFound") throw notFound();
    return refusedForm(withdrawal, { language, namespace: "certification", code: withdrawn.code });
  }
  return actOnReview(
    {
      subject: { kind: "revocation", id },
      form,
      schema: decisionSchema,
      namespace: "certification",
      decide: ({ action: decision, version, note, at }) => {
        const said = { decision, note, reasons: reasonsOf(revocationReviewFields, at) };
        return decideRevocation({ id, version, decision: said }, actor, acting);
      },
    },
    visit,
  );
});

export const meta = titleOf;

export default function ReviewRevocation() {
  const t = useT();
  const page = useLoaderData<typeof loader>();
  const { certificate, revocation } = page;
  const desk = openDesk(page, useActionData<typeof action>());
  const fields = revocationReviewFields.map((name) => ({ name, label: t(`certification:revocation.at.${name}`) }));
  return (
    <>
      <Breadcrumbs
        label={t("certification:breadcrumbs")}
        items={[
          { label: t("certification:review.queue"), href: "/tham-dinh" },
          { label: certificate.number, href: `/tham-dinh/chung-nhan/${certificate.id}` },
          { label: t("certification:revocation.title") },
        ]}
      />
      <PageHeader
        title={page.title}
        lead={<a href={`/so/co-so/${certificate.enterpriseId}`}>{certificate.enterpriseName}</a>}
        tags={<CertificateStandingTag certificate={certificate} today={page.today} />}
      />
      <ErrorSummary title={t("platform:form.errors")} errors={desk.form.errors} />
      <DoneNotice done={page.done} isNext />
      {page.proposed && desk.form.errors.length === 0 && (
        <Notice tone="success" live>
          <p>{t(`certification:revocation.done.${page.proposed}`)}</p>
        </Notice>
      )}
      <Split side="even" aside={<ScanView scan={certificate.scan} pages={page.scanPages} besideForm={desk.isOpen} />}>
        <Stack>
          <RevocationFacts revocation={revocation} today={page.today} />
          <CertificateFacts certificate={certificate} isStaff />
          {page.mayWithdraw ? (
            <OwnProposal version={page.version} />
          ) : (
            <ReviewDesk
              page={page}
              desk={desk}
              fields={fields}
              noteWords={{ label: t("certification:revocation.note"), hint: t("certification:revocation.noteHint") }}
              decisions={[
                { value: "confirm", label: t("certification:revocation.confirm"), variant: "danger", shortcut: "V" },
                { value: "reject", label: t("certification:revocation.reject"), variant: "secondary", shortcut: "X" },
              ]}
            />
          )}
          <ReviewOutcome page={page} fields={fields} />
          <ReviewNotes page={page} />
        </Stack>
      </Split>
    </>
  );
}
