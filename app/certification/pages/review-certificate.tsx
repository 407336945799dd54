import { useActionData, useLoaderData } from "@remix-run/react";
import { may } from "~/accounts/access";
import { door, notFound } from "~/accounts/door.server";
import { certificateFields } from "~/certification/certificate-form";
import { findSubmittedCertificate } from "~/certification/certificate-queries.server";
import { CertificateFacts } from "~/certification/components/certificate-facts";
import { CertificateStandingTag } from "~/certification/components/certificate-tags";
import { RenewalNotices } from "~/certification/components/renewal-notices";
import { RevocationNotice } from "~/certification/components/revocation-notice";
import { ScanView } from "~/certification/components/scan-view";
import { SuspicionList } from "~/certification/components/suspicion-list";
import { decideCertificate } from "~/certification/decide-certificate.server";
import { hashScan } from "~/certification/hash-scan.server";
import { findRenewals } from "~/certification/renewal-queries.server";
import { findStandingRevocation } from "~/certification/revocation-queries.server";
import { scanPages } from "~/certification/scan-pictures.server";
import { findSuspicions } from "~/certification/suspicion-queries.server";
import { dayOf } from "~/platform/day";
import { titleOf } from "~/platform/http/page-title";
import { uuidParam } from "~/platform/http/params.server";
import { readForm } from "~/platform/http/read-form.server";
import { useT } from "~/platform/i18n";
import { DoneNotice, ReviewDesk, ReviewNotes, ReviewOutcome } from "~/reviews/components/review-desk";
import { decisionSchemaOf, reasonsOf } from "~/reviews/decision-form";
import { openDesk } from "~/reviews/open-desk";
import { reviewDecisions } from "~/reviews/review-decision";
import { actOnReview, loadReviewPage } from "~/reviews/review-page.server";
import { Breadcrumbs, ButtonLink, ErrorSummary, FormActions, Notice, PageHeader, Split, Stack } from "~/ui";

const decisionSchema = decisionSchemaOf(certificateFields, reviewDecisions.certificate);

export const loader = door("register.read").load(async (visit) => {
  const { params, actor, t, now } = visit;
  const certificate = await findSubmittedCertificate(uuidParam(params.certificateId));
  if (!certificate) throw notFound();
  const today = dayOf(now);
  const page = await loadReviewPage({ kind: "certificate", ...certificate }, visit);
  const { isParty, isReview } = page;
  const pages = await scanPages(certificate.scan?.id, actor.accountId, true);
  if (isReview && certificate.scan) await hashScan(certificate.scan.id);
  const revocation = await findStandingRevocation(certificate.id);
  return {
    ...page,
    mayRevoke: may(actor.role, "certificate.revoke", isParty) && certificate.status === "verified" && !revocation,
    revocation,
    title: `${t(isReview ? "certification:review.title" : "certification:review.record")} ${certificate.number}`,
    certificate,
    today,
    scanPages: pages,
    renewals: await findRenewals(certificate.id),
    suspicions: isReview ? await findSuspicions(certificate.id, today) : [],
  };
});

export const action = door("certificate.decide").act(async (visit) => {
  const { request, params, actor, acting } = visit;
  const certificateId = uuidParam(params.certificateId);
  const { form } = await readForm(request);
  return actOnReview(
    {
      subject: { kind: "certificate", id: certificateId },
      form,
      schema: decisionSchema,
      namespace: "certification",
      decide: ({ action: decision, version, note, at }) => {
        const said = { decision, note, reasons: reasonsOf(certificateFields, at) };
        return decideCertificate({ certificateId, version, decision: said }, actor, acting);
      },
    },
    visit,
  );
});

export const meta = titleOf;

export default function ReviewCertificate() {
  const t = useT();
  const page = useLoaderData<typeof loader>();
  const { certificate, today, suspicions, review, revocation, isReview } = page;
  const desk = openDesk(page, useActionData<typeof action>());
  const fields = certificateFields.map((name) => ({ name, label: t(`certification:field.${name}`) }));
  return (
    <>
      <Breadcrumbs
        label={t("certification:breadcrumbs")}
        items={[
          isReview
            ? { label: t("certification:review.queue"), href: "/tham-dinh" }
            : { label: t("certification:register.title"), href: "/so/chung-nhan" },
          { label: certificate.number },
        ]}
      />
      <PageHeader
        title={page.title}
        lead={<a href={`/so/co-so/${certificate.enterpriseId}`}>{certificate.enterpriseName}</a>}
        tags={<CertificateStandingTag certificate={certificate} today={today} />}
      />
      <ErrorSummary title={t("platform:form.errors")} errors={desk.form.errors} />
      <DoneNotice done={page.done} isNext />
      <SuspicionList suspicions={suspicions} />
      <RenewalNotices
        certificate={certificate}
        renewals={page.renewals}
        hrefOf={(id) => `/tham-dinh/chung-nhan/${id}`}
      />
      <Split side="even" aside={<ScanView scan={certificate.scan} pages={page.scanPages} besideForm={desk.isOpen} />}>
        <Stack>
          <CertificateFacts isStaff certificate={certificate} remarks={isReview ? [] : (review?.reasons ?? [])} />
          <ReviewDesk
            page={page}
            desk={desk}
            fields={fields}
            decisions={[
              { value: "verify", label: t("certification:review.verify"), icon: "check", shortcut: "V" },
              { value: "return", label: t("certification:review.return"), variant: "secondary", shortcut: "R" },
              { value: "refuse", label: t("certification:review.refuse"), variant: "danger", shortcut: "X" },
            ]}
          />
          <ReviewOutcome page={page} fields={fields} reasonsElsewhere />
          <RevocationNotice certificate={certificate} today={today} />
          {revocation && (
            <Notice>
              <p>
                <a href={`/tham-dinh/de-nghi-thu-hoi/${revocation.id}`}>
                  {t(`certification:revocation.link.${revocation.status === "proposed" ? "proposed" : "confirmed"}`)}
                </a>
              </p>
            </Notice>
          )}
          <p>
            <a href={`/so/chung-nhan/${certificate.id}/lich-su`}>{t("certification:propose.history")}</a>
          </p>
          <ReviewNotes page={page} />
          {page.mayRevoke && (
            <FormActions>
              <ButtonLink variant="danger" href={`/tham-dinh/chung-nhan/${certificate.id}/thu-hoi`}>
                {t("certification:revocation.propose")}
              </ButtonLink>
            </FormActions>
          )}
        </Stack>
      </Split>
    </>
  );
}
