import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { may } from "~/accounts/access";
import { door, notFound } from "~/accounts/door.server";
import { belongsTo } from "~/accounts/membership-queries.server";
import { findSubmittedCertificate } from "~/certification/certificate-queries.server";
import { checkCertificate } from "~/certification/check-certificate";
import { CertificateFacts } from "~/certification/components/certificate-facts";
import { CertificateStandingTag } from "~/certification/components/certificate-tags";
import { DecisionForm } from "~/certification/components/decision-form";
import { ScanView } from "~/certification/components/scan-view";
import { decideCertificate } from "~/certification/decide-certificate.server";
import { decisionOf, decisionSchema } from "~/certification/decision-form";
import { scanPages } from "~/certification/scan-pictures.server";
import { dayOf } from "~/platform/day";
import { formatInstant } from "~/platform/format";
import { badForm, parseForm, refusedForm } from "~/platform/http/form.server";
import { pageForm } from "~/platform/http/page-form";
import { titleOf } from "~/platform/http/page-title";
import { uuidParam } from "~/platform/http/params.server";
import { readForm } from "~/platform/http/read-form.server";
import { useLanguage, useT } from "~/platform/i18n";
import { claimReview, releaseReview } from "~/reviews/claim-review.server";
import { findLatestReview } from "~/reviews/review-queries.server";
import { Breadcrumbs, Button, ButtonLink, ErrorSummary, Form, FormActions, Notice, PageHeader, Split } from "~/ui";

export const loader = door("register.read").load(async ({ params, actor, t, now }) => {
  const certificate = await findSubmittedCertificate(uuidParam(params.certificateId));
  if (!certificate) throw notFound();
  const today = dayOf(now);
  const review = await findLatestReview("certificate", certificate.id);
  const isOwn = await belongsTo(actor.accountId, certificate.enterpriseId);
  return {
    mayDecide: may(actor.role, "certificate.decide", isOwn),
    mayRevoke: may(actor.role, "certificate.revoke", isOwn) && certificate.status === "verified",
    isOwn,
    title: `${t("certification:review.title")} ${certificate.number}`,
    certificate,
    today,
    scanPages: await scanPages(certificate.scan?.id, actor.accountId, true),
    warnings: checkCertificate(certificate, certificate, today).map(({ code }) => code),
    review: review && {
      id: review.id,
      status: review.status,
      openedAt: review.openedAt,
      claimedByName: review.claimedByName,
      decidedAt: review.decidedAt,
      decidedByName: review.decidedByName,
      note: review.note,
      reasons: review.reasons,
    },
    isMine: review?.status === "claimed" && review.claimedById === actor.accountId,
  };
});

export const action = door("certificate.decide").act(async ({ request, params, actor, acting, language }) => {
  const certificateId = uuidParam(params.certificateId);
  const submitted = parseForm((await readForm(request)).form, decisionSchema, language);
  if (!submitted.value) return badForm(submitted);
  const { action: step, version } = submitted.value;
  const here = `/tham-dinh/chung-nhan/${certificateId}`;
  const refused = (code: string) => {
    if (code === "notFound") throw notFound();
    return refusedForm(submitted, { language, namespace: "certification", code });
  };
  if (step === "claim") {
    const claimed = await claimReview({ kind: "certificate", id: certificateId }, actor, acting);
    return claimed.ok ? redirect(here) : refused(claimed.code);
  }
  if (step === "release") {
    const released = await releaseReview({ kind: "certificate", id: certificateId }, actor, acting);
    return released.ok ? redirect("/tham-dinh") : refused(released.code);
  }
  const decision = { ...decisionOf(submitted.value), decision: step };
  const decided = await decideCertificate({ certificateId, version, decision }, actor, acting);
  return decided.ok ? redirect(`/tham-dinh?da=${step}`) : refused(decided.code);
});

export const meta = titleOf;

export default function ReviewCertificate() {
  const t = useT();
  const language = useLanguage();
  const { certificate, today, warnings, review, isMine, isOwn, mayDecide, mayRevoke, title, scanPages } =
    useLoaderData<typeof loader>();
  const form = pageForm(useActionData<typeof action>()?.form);
  const isOpen = review?.status === "waiting" || review?.status === "claimed";
  return (
    <>
      <Breadcrumbs
        label={t("certification:breadcrumbs")}
        items={[{ label: t("certification:review.queue"), href: "/tham-dinh" }, { label: certificate.number }]}
      />
      <PageHeader
        title={title}
        lead={<a href={`/so/co-so/${certificate.enterpriseId}`}>{certificate.enterpriseName}</a>}
        tags={<CertificateStandingTag certificate={certificate} today={today} />}
      />
      <ErrorSummary title={t("platform:form.errors")} errors={form.errors} />
      {warnings.length > 0 && (
        <Notice tone="warning" title={t("certification:review.warnings")}>
          <ul>
            {warnings.map((code) => (
              <li key={code}>{t(`certification:warning.${code}`)}</li>
            ))}
          </ul>
        </Notice>
      )}
      <Split side="even" aside={<ScanView scan={certificate.scan} pages={scanPages} />}>
        <CertificateFacts certificate={certificate} remarks={isOpen ? [] : (review?.reasons ?? [])} />
        {isOpen && isOwn && (
          <Notice tone="warning">
            <p>{t("platform:refusal.ownEnterprise")}</p>
          </Notice>
        )}
        {isOpen && mayDecide && !isMine && (
          <Form>
            <input type="hidden" name="version" value={certificate.version} />
            {review.status === "claimed" && (
              <Notice>
                <p>{t("certification:review.heldBy", { name: review.claimedByName ?? "" })}</p>
              </Notice>
            )}
            <FormActions>
              <Button name="action" value="claim">
                {t("certification:review.claim")}
              </Button>
            </FormActions>
          </Form>
        )}
        {isOpen && mayDecide && isMine && <DecisionForm form={form} version={certificate.version} />}
        {review?.status === "decided" && (
          <Notice>
            <p>
              {t("certification:review.decided", {
                name: review.decidedByName ?? "",
                at: review.decidedAt ? formatInstant(review.decidedAt, language) : "",
              })}
            </p>
            {review.note && <p>{review.note}</p>}
          </Notice>
        )}
        {mayRevoke && (
          <FormActions>
            <ButtonLink variant="danger" href={`/tham-dinh/chung-nhan/${certificate.id}/thu-hoi`}>
              {t("certification:revoke.open")}
            </ButtonLink>
          </FormActions>
        )}
      </Split>
    </>
  );
}
