import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { DraftForm, SaveDraftButton } from "~/accounts/components/draft-form";
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
import { pageForm } from "~/platform/http/page-form";
import { titleOf } from "~/platform/http/page-title";
import { useT } from "~/platform/i18n";
import {
  Breadcrumbs,
  Button,
  ButtonLink,
  ErrorSummary,
  FormActions,
  HiddenField,
  Notice,
  PageHeader,
  Stack,
  TextArea,
} from "~/ui";

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
  // An earlier version was asked for by name: what is typed elsewhere waits.
  const kept = start.restored ? null : draft.state;
  const opened = kept ? { ...kept, errors: start.returned?.errors ?? {} } : start.returned;
  const form = pageForm(answer?.form ?? opened, start.defaults);
  const isFirstLook = !answer && start.returned !== undefined;
  return (
    <>
      <Breadcrumbs
        label={t("certification:breadcrumbs")}
        items={[{ label: certificate.number, href: certificate.here }, { label: title }]}
      />
      <PageHeader title={title} />
      <Stack>
        <Notice title={t(start.changeId ? "certification:propose.again" : "certification:propose.notice")}>
          <p>{t("certification:propose.stays")}</p>
        </Notice>
        {start.restored && (
          <Notice>
            <p>{t("certification:propose.restored", { number: start.restored.number })}</p>
          </Notice>
        )}
        <DraftForm draft={draft} answered={answer !== undefined} upload>
          <ErrorSummary
            title={t(isFirstLook ? "certification:propose.returned" : "platform:form.errors")}
            errors={form.errors}
          />
          <HiddenField name="version" value={form.value("version") ?? ""} />
          <HiddenField
            name="changeVersion"
            value={(answer ? form.value("changeVersion") : start.defaults.changeVersion?.toString()) ?? ""}
          />
          <ProposalFields
            form={form}
            levels={certificate.levels}
            scanName={certificate.scanName}
            toJoin={toJoin}
            toLeave={toLeave}
            restored={start.restored}
          />
          <TextArea
            {...form.field("note")}
            label={t("certification:propose.note")}
            hint={t("certification:propose.noteHint")}
            optionalLabel={t("platform:form.optional")}
            rows={3}
          />
          <FormActions>
            <Button>{t("certification:propose.submit")}</Button>
            <SaveDraftButton />
            <ButtonLink variant="quiet" href={certificate.here}>
              {t("platform:form.cancel")}
            </ButtonLink>
          </FormActions>
        </DraftForm>
      </Stack>
    </>
  );
}
