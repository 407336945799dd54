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
import { certificateDecisions, decisionOf, decisionSchema } from "~/certification/decision-form";
import { scanPages } from "~/certification/scan-pictures.server";
import { dayOf } from "~/platform/day";
import { formatDay, formatInstant } from "~/platform/format";
import { badForm, parseForm, refusedForm } from "~/platform/http/form.server";
import { pageForm } from "~/platform/http/page-form";
import { titleOf } from "~/platform/http/page-title";
import { uuidParam } from "~/platform/http/params.server";
import { readForm } from "~/platform/http/read-form.server";
import { useLanguage, useT } from "~/platform/i18n";
import { claimReview, releaseReview } from "~/reviews/claim-review.server";
import { checkClaim } from "~/reviews/review";
import { findLatestReview } from "~/reviews/review-queries.server";
import {
  Breadcrumbs,
  Button,
  ButtonLink,
  ErrorSummary,
  Form,
  FormActions,
  HiddenField,
  Notice,
  PageHeader,
  Split,
  Stack,
} from "~/ui";

export const loader = door("register.read").load(async ({ params, url, actor, t, now, draft }) => {
  const certificate = await findSubmittedCertificate(uuidParam(params.certificateId));
  if (!certificate) throw notFound();
  const today = dayOf(now);
  const review = await findLatestReview("certificate", certificate.id);
  const isOwn = await belongsTo(actor.accountId, certificate.enterpriseId);
  const isOpen = review?.status === "waiting" || review?.status === "claimed";
  const isReview = isOpen && may(actor.role, "review.work");
  const mayDecide = isOpen && may(actor.role, "certificate.decide", isOwn);
  return {
    isReview,
    mayDecide,
    mayClaim: mayDecide && checkClaim(review, { accountId: actor.accountId, isMember: isOwn }, now).ok,
    mayRevoke: may(actor.role, "certificate.revoke", isOwn) && certificate.status === "verified",
    isOwn,
    title: `${t(isReview ? "certification:review.title" : "certification:review.record")} ${certificate.number}`,
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
      decision: certificateDecisions.find((decision) => decision === review.decision) ?? null,
      note: review.note,
      reasons: review.reasons,
    },
    isMine: review?.status === "claimed" && review.claimedById === actor.accountId,
    draft: await draft(certificate.version),
    isRevoked: url.searchParams.get("da") === "thu-hoi",
  };
});

export const action = door("certificate.decide").act(
  async ({ request, params, actor, acting, language, dropDraft }) => {
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
      return released.ok ? redirect("/tham-dinh?da=release") : refused(released.code);
    }
    const decision = { ...decisionOf(submitted.value), decision: step };
    const decided = await decideCertificate({ certificateId, version, decision }, actor, acting);
    if (!decided.ok) return refused(decided.code);
    await dropDraft();
    return redirect(`/tham-dinh?da=${step}`);
  },
);

export const meta = titleOf;

export default function ReviewCertificate() {
  const t = useT();
  const language = useLanguage();
  const page = useLoaderData<typeof loader>();
  const { certificate, today, warnings, review, isMine, isReview, mayDecide, mayClaim } = page;
  const answer = useActionData<typeof action>();
  const form = pageForm(answer?.form ?? page.draft.state);
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
      <ErrorSummary title={t("platform:form.errors")} errors={form.errors} />
      {page.isRevoked && (
        <Notice tone="success" live>
          <p>{t("certification:revoke.done")}</p>
        </Notice>
      )}
      {warnings.length > 0 && (
        <Notice tone="warning" title={t("certification:review.warnings")}>
          <ul>
            {warnings.map((code) => (
              <li key={code}>{t(`certification:warning.${code}`)}</li>
            ))}
          </ul>
        </Notice>
      )}
      <Split side="even" aside={<ScanView scan={certificate.scan} pages={page.scanPages} />}>
        <Stack>
          <CertificateFacts certificate={certificate} remarks={isReview ? [] : (review?.reasons ?? [])} />
          {isReview && page.isOwn && (
            <Notice tone="warning">
              <p>{t("platform:refusal.ownEnterprise")}</p>
            </Notice>
          )}
          {mayDecide && !isMine && review?.status === "claimed" && (
            <Notice>
              <p>{t("certification:review.heldBy", { name: review.claimedByName ?? "" })}</p>
            </Notice>
          )}
          {mayClaim && !isMine && (
            <Form>
              <HiddenField name="version" value={certificate.version} />
              <FormActions>
                <Button name="action" value="claim">
                  {t("certification:review.claim")}
                </Button>
              </FormActions>
            </Form>
          )}
          {mayDecide && isMine && (
            <DecisionForm
              form={form}
              version={certificate.version}
              draft={page.draft}
              answered={answer !== undefined}
            />
          )}
          {review?.decision && (
            <Notice>
              <p>
                {t(`certification:review.decided.${review.decision}`, {
                  name: review.decidedByName ?? "",
                  at: review.decidedAt ? formatInstant(review.decidedAt, language) : "",
                })}
              </p>
              {review.note && <p>{review.note}</p>}
            </Notice>
          )}
          {certificate.revokedOn && (
            <Notice tone="warning">
              <p>
                {t("certification:revoke.since", {
                  day: formatDay(certificate.revokedOn, language),
                  reason: certificate.revocationReason ?? "",
                })}
              </p>
            </Notice>
          )}
          {page.mayRevoke && (
            <FormActions>
              <ButtonLink variant="danger" href={`/tham-dinh/chung-nhan/${certificate.id}/thu-hoi`}>
                {t("certification:revoke.open")}
              </ButtonLink>
            </FormActions>
          )}
        </Stack>
      </Split>
    </>
  );
}
