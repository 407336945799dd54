import { useActionData, useLoaderData } from "@remix-run/react";
import { may } from "~/accounts/access";
import { DraftForm } from "~/accounts/components/draft-form";
import { door, notFound } from "~/accounts/door.server";
import { EvidenceFields } from "~/listings/components/evidence-fields";
import { EvidenceHistory } from "~/listings/components/evidence-history";
import { ListedProduct } from "~/listings/components/listed-product";
import { ListingStatusTag } from "~/listings/components/listing-status-tag";
import { MarketplacePage } from "~/listings/components/marketplace-page";
import { evidenceFormSchema, listingReviewFields } from "~/listings/evidence-form";
import { findListing, listEvidence } from "~/listings/listing-queries.server";
import { clockTimeOf } from "~/listings/observed-at";
import { readEvidenceForm } from "~/listings/read-evidence-form.server";
import { recordEvidence } from "~/listings/record-evidence.server";
import { dayOf } from "~/platform/day";
import { formatDay } from "~/platform/format";
import { titleOf } from "~/platform/http/page-title";
import { uuidParam } from "~/platform/http/params.server";
import { useT } from "~/platform/i18n";
import { DecisionButtons, NoteField } from "~/reviews/components/decision-form";
import { DoneNotice, ReviewDesk, ReviewNotes, ReviewOutcome } from "~/reviews/components/review-desk";
import { reasonsOf } from "~/reviews/decision-form";
import { openDesk } from "~/reviews/open-desk";
import { actOnReview, loadReviewPage } from "~/reviews/review-page.server";
import { Breadcrumbs, ErrorSummary, FormActions, HiddenField, Notice, PageHeader, Section, Split, Stack } from "~/ui";

export const loader = door("register.read").load(async (visit) => {
  const { params, actor, t, now, url, language } = visit;
  const today = dayOf(now);
  const listing = await findListing(uuidParam(params.listingId), today);
  if (!listing) throw notFound();
  const { id, enterpriseId } = listing;
  const page = await loadReviewPage({ kind: "listing", id, enterpriseId }, visit);
  const mayConfirm = may(actor.role, "listing.confirm", page.isParty) && listing.removedAt === null;
  return {
    ...page,
    title: `${t("listings:confirm.title")}: ${listing.product.name} – ${listing.marketplaceName}`,
    listing,
    evidence: await listEvidence(listing.id),
    // A listing that waits for nobody can be looked at again at any time.
    mayRecord: mayConfirm && !page.isReview,
    defaults: { observedOn: formatDay(today, language), observedTime: clockTimeOf(now) },
    evidenceId: crypto.randomUUID(),
    isRecorded: url.searchParams.has("ghi"),
  };
});

const verdicts = { "confirm-live": "live", "not-live": "not-live" } as const;

export const action = door("listing.confirm").act(async (visit) => {
  const { request, params, actor, acting, language } = visit;
  const listingId = uuidParam(params.listingId);
  const { form, screenshot, problems } = await readEvidenceForm(request, actor.accountId, language);
  return actOnReview(
    {
      subject: { kind: "listing", id: listingId },
      form,
      schema: evidenceFormSchema,
      problems,
      namespace: "listings",
      decide: ({ action: decision, at, ...said }) => {
        const seen = { ...said, verdict: verdicts[decision], reasons: reasonsOf(listingReviewFields, at) };
        return recordEvidence({ listingId, seen, screenshot }, actor, acting);
      },
      pathAfter: ({ stay }) => (stay ? `/tham-dinh/tin-dang/${listingId}?ghi=1` : undefined),
    },
    visit,
  );
});

export const meta = titleOf;

export default function ConfirmListing() {
  const t = useT();
  const page = useLoaderData<typeof loader>();
  const { listing, evidence } = page;
  const answer = useActionData<typeof action>();
  const desk = openDesk(page, answer, page.defaults);
  const fields = listingReviewFields.map((name) => ({ name, label: t(`listings:confirm.at.${name}`) }));
  const decisions = [
    { value: "confirm-live", label: t("listings:field.live"), icon: "check", shortcut: "V" },
    { value: "not-live", label: t("listings:field.notLive"), variant: "danger", shortcut: "X" },
  ] as const;
  const evidenceFields = <EvidenceFields form={desk.form} id={page.evidenceId} />;
  return (
    <>
      <Breadcrumbs
        label={t("listings:breadcrumbs")}
        items={[
          page.isReview
            ? { label: t("listings:confirm.queue"), href: "/tham-dinh" }
            : { label: t("listings:register.title"), href: "/so/tin-dang" },
          { label: listing.product.name },
        ]}
      />
      <PageHeader
        title={`${listing.product.name} – ${listing.marketplaceName}`}
        lead={<a href={`/so/co-so/${listing.enterpriseId}`}>{listing.enterpriseName}</a>}
        tags={<ListingStatusTag standing={listing} isRecognised={listing.isRecognised} />}
      />
      <ErrorSummary title={t("platform:form.errors")} errors={desk.form.errors} />
      <DoneNotice done={page.done} isNext />
      {page.isRecorded && desk.form.errors.length === 0 && (
        <Notice tone="success" live>
          <p>
            {t("listings:confirm.done")} <a href="/tham-dinh">{t("listings:confirm.backToQueue")}</a>
          </p>
        </Notice>
      )}
      {listing.removedAt !== null && (
        <Notice tone="warning">
          <p>{t("listings:removed")}</p>
        </Notice>
      )}
      <Stack gap="loose">
        <Split side="even" aside={<MarketplacePage listing={listing} />}>
          <ListedProduct product={listing.product} enterpriseName={listing.enterpriseName} />
        </Split>
        {page.mayRecord ? (
          <Section title={t("listings:confirm.record")} lead={t("listings:confirm.direct")}>
            <DraftForm draft={page.draft} answered={desk.answered} upload>
              <HiddenField name="version" value={page.version} />
              <HiddenField name="stay" value="1" />
              {evidenceFields}
              <NoteField form={desk.form} />
              <FormActions>
                <DecisionButtons decisions={decisions} />
              </FormActions>
            </DraftForm>
          </Section>
        ) : (
          <ReviewDesk page={page} desk={desk} fields={fields} decisions={decisions} upload>
            {evidenceFields}
          </ReviewDesk>
        )}
        <ReviewOutcome page={page} fields={fields} />
        <ReviewNotes page={page} />
        <EvidenceHistory evidence={evidence} />
      </Stack>
    </>
  );
}
