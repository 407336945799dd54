import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { door, notFound } from "~/accounts/door.server";
import { certificateActionsOpenTo } from "~/certification/certificate";
import { type Missing, missingForSubmission } from "~/certification/check-certificate";
import { CertificateFacts } from "~/certification/components/certificate-facts";
import { CertificateProgress } from "~/certification/components/certificate-progress";
import { CertificateStandingTag } from "~/certification/components/certificate-tags";
import { ChangeNotice } from "~/certification/components/change-notice";
import { RenewalNotices } from "~/certification/components/renewal-notices";
import { RevocationNotice } from "~/certification/components/revocation-notice";
import { ScanThumbnail } from "~/certification/components/scan-view";
import { memberCertificate } from "~/certification/member-certificate.server";
import { checkRenewal } from "~/certification/renewal";
import { findRenewals } from "~/certification/renewal-queries.server";
import { scanPages } from "~/certification/scan-pictures.server";
import { moveCertificate } from "~/certification/submit-certificate.server";
import { dayOf } from "~/platform/day";
import { versionField } from "~/platform/http/fields";
import { badForm, parseForm, refusedForm } from "~/platform/http/form.server";
import { pageForm } from "~/platform/http/page-form";
import { titleOf } from "~/platform/http/page-title";
import { readForm } from "~/platform/http/read-form.server";
import { useLanguage, useT } from "~/platform/i18n";
import { findChangeOf } from "~/reviews/change-queries.server";
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
  Section,
  Split,
  Stack,
} from "~/ui";

const done = ["them", "sua", "submit", "recall", "withdraw", "de-xuat", "rut-de-xuat"] as const;

export const loader = door("enterprise.manage").load(async ({ params, actor, t, now, url }) => {
  const certificate = await memberCertificate({ params, actor });
  const review = await findLatestReview("certificate", certificate.id);
  const renewals = await findRenewals(certificate.id);
  return {
    title: `${t("certification:title")} ${certificate.number}`,
    certificate,
    renewals,
    mayRenew: checkRenewal({ status: certificate.status, renewal: renewals.renewal }).ok,
    today: dayOf(now),
    scanPages: await scanPages(certificate.scan?.id, actor.accountId, false),
    missing: missingForSubmission({ hasScan: certificate.scan !== null, products: certificate.products }),
    done: done.find((known) => known === url.searchParams.get("da")),
    actions: certificateActionsOpenTo("owner", certificate.status),
    change: await findChangeOf("certificate", certificate.id),
    review: review && {
      status: review.status,
      openedAt: review.openedAt,
      decidedAt: review.decidedAt,
      note: review.note,
      reasons: review.reasons,
    },
  };
});

const moveSchema = z.object({
  action: z.enum(["submit", "recall", "withdraw"]),
  version: versionField,
});

export const action = door("enterprise.manage").act(async ({ request, params, actor, acting, language }) => {
  const { id: certificateId, enterpriseId } = await memberCertificate({ params, actor });
  const submitted = parseForm((await readForm(request)).form, moveSchema, language);
  if (!submitted.value) return badForm(submitted);
  const moved = await moveCertificate({ certificateId, enterpriseId, ...submitted.value }, actor, acting);
  if (!moved.ok) {
    if (moved.code === "notFound") throw notFound();
    return refusedForm(submitted, { language, namespace: "certification", code: moved.code });
  }
  return redirect(`/quan-ly/${enterpriseId}/chung-nhan/${certificateId}?da=${submitted.value.action}`);
});

export const meta = titleOf;

export default function CertificatePage() {
  const t = useT();
  const language = useLanguage();
  const {
    certificate,
    today,
    missing,
    actions,
    change,
    review,
    renewals,
    mayRenew,
    title,
    scanPages,
    done: notice,
  } = useLoaderData<typeof loader>();
  const form = pageForm(useActionData<typeof action>()?.form);
  const here = `/quan-ly/${certificate.enterpriseId}/chung-nhan/${certificate.id}`;
  const isReturned = certificate.status === "returned" || certificate.status === "refused";
  return (
    <>
      <Breadcrumbs
        label={t("certification:breadcrumbs")}
        items={[
          { label: certificate.enterpriseName, href: `/quan-ly/${certificate.enterpriseId}` },
          { label: certificate.number },
        ]}
      />
      <PageHeader
        title={title}
        lead={language === "vi" ? certificate.schemeVi : certificate.schemeEn}
        tags={<CertificateStandingTag certificate={certificate} today={today} />}
      />
      <ErrorSummary title={t("platform:form.errors")} errors={form.errors} />
      {notice && certificate.status !== "draft" && form.errors.length === 0 && (
        <Notice tone="success" live>
          <p>{t(`certification:done.${notice}`)}</p>
        </Notice>
      )}
      {certificate.status === "draft" && (
        <BeforeSubmission
          here={here}
          missing={missing}
          done={notice && form.errors.length === 0 ? t(`certification:done.${notice}`) : undefined}
        />
      )}
      {change && <ChangeNotice change={change} />}
      {isReturned && review && (
        <Notice
          tone="warning"
          title={t(`certification:outcome.${certificate.status === "returned" ? "returned" : "refused"}`)}
        >
          {review.note && <p>{review.note}</p>}
          {actions.includes("submit") && (
            <p>
              <ButtonLink href={`${here}/sua`}>{t("certification:action.edit")}</ButtonLink>
            </p>
          )}
        </Notice>
      )}
      <RevocationNotice certificate={certificate} today={today} />
      <RenewalNotices
        certificate={certificate}
        renewals={renewals}
        hrefOf={(id) => `/quan-ly/${certificate.enterpriseId}/chung-nhan/${id}`}
      />
      <Split aside={<CertificateProgress certificate={certificate} review={review} missing={missing} />}>
        <CertificateFacts certificate={certificate} remarks={isReturned ? (review?.reasons ?? []) : []} />
        <Section title={t("certification:field.scan")}>
          {certificate.scan ? (
            <ScanThumbnail scan={certificate.scan} pages={scanPages} />
          ) : (
            <p>{t("certification:scan.none")}</p>
          )}
        </Section>
        {certificate.code && (
          <FormActions>
            {mayRenew && (
              <ButtonLink variant="secondary" href={`${here}/gia-han`}>
                {t("certification:renewal.start")}
              </ButtonLink>
            )}
            <ButtonLink variant="quiet" href={`${here}/ma-qr`}>
              {t("certification:check.sheet")}
            </ButtonLink>
            <ButtonLink variant="quiet" href={`/kiem-tra/${certificate.code}`}>
              {t("certification:check.asSeen")}
            </ButtonLink>
          </FormActions>
        )}
        <Form action={here}>
          <HiddenField name="version" value={certificate.version} />
          <FormActions>
            {actions.includes("submit") && missing.length === 0 && (
              <Button name="action" value="submit">
                {t("certification:action.submit")}
              </Button>
            )}
            {actions.includes("submit") && (
              <ButtonLink variant="secondary" href={`${here}/sua`}>
                {t("certification:action.edit")}
              </ButtonLink>
            )}
            {certificate.status === "verified" && (
              <ButtonLink variant="secondary" href={`${here}/de-xuat`}>
                {t("certification:propose.action")}
              </ButtonLink>
            )}
            <ButtonLink variant="quiet" href={`${here}/lich-su`}>
              {t("certification:propose.history")}
            </ButtonLink>
            {actions.includes("recall") && (
              <Button variant="secondary" name="action" value="recall">
                {t("certification:action.recall")}
              </Button>
            )}
            {actions.includes("withdraw") && (
              <Button variant="danger" name="action" value="withdraw">
                {t("certification:action.withdraw")}
              </Button>
            )}
          </FormActions>
        </Form>
      </Split>
    </>
  );
}

/** What keeps a certificate from being submitted, before everything else on the page. */
interface BeforeSubmissionProps {
  here: string;
  missing: readonly Missing[];
  /** What was done just now, said in the same notice. */
  done: string | undefined;
}

function BeforeSubmission({ here, missing, done: justDone }: BeforeSubmissionProps) {
  const t = useT();
  if (missing.length === 0) {
    return (
      <Notice tone={justDone ? "success" : "info"} title={justDone} live={justDone !== undefined}>
        {t("certification:ready")}
      </Notice>
    );
  }
  return (
    <Notice tone="warning" title={justDone ?? t("certification:notReady")} live={justDone !== undefined}>
      <Stack gap="tight">
        {justDone && <p>{t("certification:notReady")}</p>}
        <ul>
          {missing.map((item) => (
            <li key={item}>{t(`certification:missing.${item}`)}</li>
          ))}
        </ul>
        <p>
          <ButtonLink href={`${here}/sua`}>{t("certification:action.complete")}</ButtonLink>
        </p>
      </Stack>
    </Notice>
  );
}
