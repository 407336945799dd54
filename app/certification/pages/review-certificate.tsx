import { json, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { may } from "~/accounts/access";
import { door, notFound } from "~/accounts/door.server";
import { belongsTo } from "~/accounts/membership-queries.server";
import { certificateFields } from "~/certification/certificate-form";
import { findSubmittedCertificate } from "~/certification/certificate-queries.server";
import { CertificateFacts } from "~/certification/components/certificate-facts";
import { CertificateStandingTag } from "~/certification/components/certificate-tags";
import { RenewalNotices } from "~/certification/components/renewal-notices";
import { RevocationNotice } from "~/certification/components/revocation-notice";
import { ScanView } from "~/certification/components/scan-view";
import { SuspicionList } from "~/certification/components/suspicion-list";
import { certificateDecisions, decideCertificate } from "~/certification/decide-certificate.server";
import { hashScan } from "~/certification/hash-scan.server";
import { findRenewals } from "~/certification/renewal-queries.server";
import { findStandingRevocation } from "~/certification/revocation-queries.server";
import { scanPages } from "~/certification/scan-pictures.server";
import { findSuspicions } from "~/certification/suspicion-queries.server";
import { dayOf } from "~/platform/day";
import { formatInstant } from "~/platform/format";
import { badForm, parseForm, refusedForm } from "~/platform/http/form.server";
import { pageForm } from "~/platform/http/page-form";
import { titleOf } from "~/platform/http/page-title";
import { uuidParam } from "~/platform/http/params.server";
import { readForm } from "~/platform/http/read-form.server";
import { useLanguage, useT } from "~/platform/i18n";
import { listInternalNotes } from "~/reviews/add-internal-note.server";
import { claimReview, releaseReview } from "~/reviews/claim-review.server";
import { ClaimForm, DecisionForm, reasonOptions } from "~/reviews/components/decision-form";
import { InternalNotes } from "~/reviews/components/internal-notes";
import { LeaseKeeper } from "~/reviews/components/lease-keeper";
import { decisionSchemaOf, hasTypedWords, reasonsOf } from "~/reviews/decision-form";
import { pathAfterDecision, queuePath } from "~/reviews/next-review.server";
import { listReasons } from "~/reviews/reason-queries.server";
import { sitDownAtReview } from "~/reviews/review-desk.server";
import { Breadcrumbs, ButtonLink, ErrorSummary, FormActions, Notice, PageHeader, Split, Stack } from "~/ui";

const decisionSchema = decisionSchemaOf(certificateFields, certificateDecisions);

export const loader = door("register.read").load(async ({ params, url, actor, t, now, draft }) => {
  const certificate = await findSubmittedCertificate(uuidParam(params.certificateId));
  if (!certificate) throw notFound();
  const today = dayOf(now);
  const isOwn = await belongsTo(actor.accountId, certificate.enterpriseId);
  const subject = { kind: "certificate", id: certificate.id } as const;
  const { review, isReview, ...holding } = await sitDownAtReview(subject, actor, { isParty: isOwn, now });
  const isOpen = review?.status === "waiting" || review?.status === "claimed";
  const pages = await scanPages(certificate.scan?.id, actor.accountId, true);
  if (isOpen && certificate.scan) await hashScan(certificate.scan.id);
  const revocation = await findStandingRevocation(certificate.id);
  return {
    isReview,
    holding,
    mayRevoke: may(actor.role, "certificate.revoke", isOwn) && certificate.status === "verified" && !revocation,
    revocation,
    isOwn,
    title: `${t(isReview ? "certification:review.title" : "certification:review.record")} ${certificate.number}`,
    certificate,
    today,
    scanPages: pages,
    renewals: await findRenewals(certificate.id),
    suspicions: isOpen ? await findSuspicions(certificate.id, certificate.scan?.id ?? null, today) : [],
    reasons: holding.isMine ? await listReasons("certificate") : [],
    notes: isOwn || !review ? null : await listInternalNotes("certificate", certificate.id),
    mayNote: may(actor.role, "review.work"),
    noteId: crypto.randomUUID(),
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
    draft: await draft(certificate.version),
    // What was done on the page before: to the former certificate, where the officer goes from one to the next.
    done: certificateDecisions.find((one) => one === url.searchParams.get("da")) ?? null,
  };
});

export const action = door("certificate.decide").act(
  async ({ request, url, params, actor, acting, language, dropDraft }) => {
    const certificateId = uuidParam(params.certificateId);
    const submitted = parseForm((await readForm(request)).form, decisionSchema, language);
    if (!submitted.value) return badForm(submitted);
    const { action: step, version, note, at, next } = submitted.value;
    const subject = { kind: "certificate", id: certificateId } as const;
    const refused = (code: string) => {
      if (code === "notFound") throw notFound();
      return refusedForm(submitted, { language, namespace: "certification", code });
    };
    if (step === "claim") {
      const claimed = await claimReview(subject, actor, acting);
      if (!claimed.ok) return refused(claimed.code);
      const typed = submitted.state();
      return hasTypedWords(typed.values) ? json({ form: typed }) : redirect(`${url.pathname}${url.search}#quyet-dinh`);
    }
    if (step === "release") {
      const released = await releaseReview(subject, actor, acting);
      return released.ok ? redirect(queuePath("", { da: "release" })) : refused(released.code);
    }
    const decision = { note, reasons: reasonsOf(certificateFields, at), decision: step };
    const decided = await decideCertificate({ certificateId, version, decision }, actor, acting);
    if (!decided.ok) return refused(decided.code);
    await dropDraft();
    return redirect(await pathAfterDecision({ url, wantsNext: next === "on", done: step }, actor, acting));
  },
);

export const meta = titleOf;

export default function ReviewCertificate() {
  const t = useT();
  const language = useLanguage();
  const page = useLoaderData<typeof loader>();
  const { certificate, today, suspicions, review, revocation, isReview, holding } = page;
  const answer = useActionData<typeof action>();
  const typed = answer?.form ?? page.draft.state;
  const form = pageForm(typed, { next: "on" });
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
      {page.done && (
        <Notice tone="success" live>
          <p>{t(`certification:review.previous.${page.done}`)}</p>
        </Notice>
      )}
      <SuspicionList suspicions={suspicions} />
      <RenewalNotices
        certificate={certificate}
        renewals={page.renewals}
        hrefOf={(id) => `/tham-dinh/chung-nhan/${id}`}
      />
      <Split side="even" aside={<ScanView scan={certificate.scan} pages={page.scanPages} />}>
        <Stack>
          <CertificateFacts certificate={certificate} remarks={isReview ? [] : (review?.reasons ?? [])} />
          {isReview && page.isOwn && (
            <Notice tone="warning">
              <p>{t("platform:refusal.ownEnterprise")}</p>
            </Notice>
          )}
          {holding.isMine && review && <LeaseKeeper reviewId={review.id} />}
          {holding.isMine || hasTypedWords(typed?.values ?? {}) ? (
            <DecisionForm
              form={form}
              version={certificate.version}
              holding={holding}
              draft={page.draft}
              answered={answer !== undefined}
              fields={certificateFields.map((name) => ({
                name,
                label: t(`certification:field.${name}`),
                reasons: reasonOptions(page.reasons, name, language),
              }))}
              decisions={[
                { value: "verify", label: t("certification:review.verify"), icon: "check", shortcut: "V" },
                { value: "return", label: t("certification:review.return"), variant: "secondary", shortcut: "R" },
                { value: "refuse", label: t("certification:review.refuse"), variant: "danger", shortcut: "X" },
              ]}
            />
          ) : (
            <ClaimForm version={certificate.version} holding={holding} />
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
          {page.notes && (
            <InternalNotes
              notes={page.notes}
              noteId={page.noteId}
              subject={{ kind: "certificate", id: certificate.id }}
              mayWrite={page.mayNote}
            />
          )}
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
