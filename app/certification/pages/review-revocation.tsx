import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { may } from "~/accounts/access";
import { door, notFound } from "~/accounts/door.server";
import { belongsTo } from "~/accounts/membership-queries.server";
import { findSubmittedCertificate } from "~/certification/certificate-queries.server";
import { CertificateFacts } from "~/certification/components/certificate-facts";
import { CertificateStandingTag } from "~/certification/components/certificate-tags";
import { RevocationFacts } from "~/certification/components/revocation-facts";
import { RevocationForm } from "~/certification/components/revocation-form";
import { ScanView } from "~/certification/components/scan-view";
import { decideRevocation, withdrawRevocation } from "~/certification/decide-revocation.server";
import { findRevocation } from "~/certification/revocation-queries.server";
import { scanPages } from "~/certification/scan-pictures.server";
import { dayOf } from "~/platform/day";
import { versionField } from "~/platform/http/fields";
import { badForm, parseForm, refusedForm } from "~/platform/http/form.server";
import { pageForm } from "~/platform/http/page-form";
import { titleOf } from "~/platform/http/page-title";
import { uuidParam } from "~/platform/http/params.server";
import { readForm } from "~/platform/http/read-form.server";
import { useT } from "~/platform/i18n";
import { claimReview, releaseReview } from "~/reviews/claim-review.server";
import { LeaseKeeper } from "~/reviews/components/lease-keeper";
import { queuePath } from "~/reviews/next-review.server";
import { sitDownAtReview } from "~/reviews/review-desk.server";
import { Breadcrumbs, ErrorSummary, Notice, PageHeader, Split, Stack } from "~/ui";

const done = ["de-nghi", "withdraw"] as const;

export const loader = door("register.read").load(async ({ params, url, actor, t, now, draft }) => {
  const revocation = await findRevocation(uuidParam(params.revocationId));
  const certificate = revocation && (await findSubmittedCertificate(revocation.certificateId));
  if (!revocation || !certificate) throw notFound();
  const { proposedById, ...shown } = revocation;
  const isOwn = await belongsTo(actor.accountId, certificate.enterpriseId);
  const subject = { kind: "revocation", id: revocation.id } as const;
  const { review, isReview: _, ...holding } = await sitDownAtReview(subject, actor, { isParty: isOwn, now });
  return {
    title: `${t("certification:revocation.title")} ${certificate.number}`,
    revocation: shown,
    certificate,
    today: dayOf(now),
    scanPages: await scanPages(certificate.scan?.id, actor.accountId, true),
    isOwn: isOwn && may(actor.role, "certificate.revoke", false),
    mayWithdraw: revocation.status === "proposed" && proposedById === actor.accountId,
    holding,
    reviewId: review?.id,
    done: done.find((known) => known === url.searchParams.get("da")),
    draft: await draft(revocation.version),
  };
});

const stepSchema = z.object({
  action: z.enum(["claim", "release", "confirm", "reject", "withdraw"]),
  version: versionField,
  note: z.string().max(2000, { error: "certification:note.tooLong" }).default(""),
});

export const action = door("certificate.revoke").act(
  async ({ request, params, actor, acting, language, dropDraft }) => {
    const id = uuidParam(params.revocationId);
    const submitted = parseForm((await readForm(request)).form, stepSchema, language);
    if (!submitted.value) return badForm(submitted);
    const { action: step, version, note } = submitted.value;
    const here = `/tham-dinh/de-nghi-thu-hoi/${id}`;
    const subject = { kind: "revocation", id } as const;
    const take = async () => {
      if (step === "claim") return { answer: await claimReview(subject, actor, acting), to: here };
      if (step === "release")
        return { answer: await releaseReview(subject, actor, acting), to: queuePath("", { da: "release" }) };
      if (step === "withdraw") {
        return { answer: await withdrawRevocation({ id, version }, actor, acting), to: `${here}?da=withdraw` };
      }
      const decided = await decideRevocation({ id, version, action: step, note }, actor, acting);
      return { answer: decided, to: here };
    };
    const { answer, to } = await take();
    if (answer.ok) {
      if (step !== "claim") await dropDraft();
      return redirect(to);
    }
    if (answer.code === "notFound") throw notFound();
    return refusedForm(submitted, { language, namespace: "certification", code: answer.code });
  },
);

export const meta = titleOf;

export default function ReviewRevocation() {
  const t = useT();
  const page = useLoaderData<typeof loader>();
  const { certificate, revocation } = page;
  const answer = useActionData<typeof action>();
  const form = pageForm(answer?.form ?? page.draft.state);
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
      <ErrorSummary title={t("platform:form.errors")} errors={form.errors} />
      {page.done && form.errors.length === 0 && (
        <Notice tone="success" live>
          <p>{t(`certification:revocation.done.${page.done}`)}</p>
        </Notice>
      )}
      <Split side="even" aside={<ScanView scan={certificate.scan} pages={page.scanPages} />}>
        <Stack>
          <RevocationFacts revocation={revocation} today={page.today} />
          {page.isOwn && (
            <Notice tone="warning">
              <p>{t("platform:refusal.ownEnterprise")}</p>
            </Notice>
          )}
          {page.holding.isMine && page.reviewId && <LeaseKeeper reviewId={page.reviewId} />}
          <RevocationForm
            form={form}
            version={revocation.version}
            holding={page.holding}
            mayWithdraw={page.mayWithdraw}
            draft={page.draft}
            answered={answer !== undefined}
          />
          <CertificateFacts certificate={certificate} />
        </Stack>
      </Split>
    </>
  );
}
