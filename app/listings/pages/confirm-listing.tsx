import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { may } from "~/accounts/access";
import { door, notFound } from "~/accounts/door.server";
import { belongsTo } from "~/accounts/membership-queries.server";
import { EvidenceFields } from "~/listings/components/evidence-fields";
import { EvidenceHistory } from "~/listings/components/evidence-history";
import { ListedProduct } from "~/listings/components/listed-product";
import { ListingStatusTag } from "~/listings/components/listing-status-tag";
import { findListing, listEvidence } from "~/listings/listing-queries.server";
import { clockTimeOf } from "~/listings/observed-at";
import { readEvidenceForm } from "~/listings/read-evidence-form.server";
import { recordEvidence } from "~/listings/record-evidence.server";
import { dayOf } from "~/platform/day";
import { formatDay } from "~/platform/format";
import { badForm, refusedForm } from "~/platform/http/form.server";
import { pageForm } from "~/platform/http/page-form";
import { titleOf } from "~/platform/http/page-title";
import { uuidParam } from "~/platform/http/params.server";
import { useT } from "~/platform/i18n";
import { listInternalNotes } from "~/reviews/add-internal-note.server";
import { claimReview, releaseReview } from "~/reviews/claim-review.server";
import { ClaimForm } from "~/reviews/components/decision-form";
import { InternalNotes } from "~/reviews/components/internal-notes";
import { LeaseKeeper } from "~/reviews/components/lease-keeper";
import { queuePath } from "~/reviews/next-review.server";
import { sitDownAtReview } from "~/reviews/review-desk.server";
import {
  Breadcrumbs,
  ButtonLink,
  ErrorSummary,
  FormActions,
  Notice,
  PageHeader,
  Section,
  Split,
  Stack,
  SummaryList,
  VisuallyHidden,
} from "~/ui";

export const loader = door("register.read").load(async ({ params, actor, t, now, url, language, heldForm }) => {
  const today = dayOf(now);
  const listing = await findListing(uuidParam(params.listingId), today);
  if (!listing) throw notFound();
  const isOwn = await belongsTo(actor.accountId, listing.enterpriseId);
  const subject = { kind: "listing", id: listing.id } as const;
  const { review, isReview, ...holding } = await sitDownAtReview(subject, actor, { isParty: isOwn, now });
  const mayConfirm = may(actor.role, "listing.confirm", isOwn) && listing.removedAt === null;
  return {
    title: `${t("listings:confirm.title")}: ${listing.product.name} – ${listing.marketplaceName}`,
    listing,
    evidence: await listEvidence(listing.id),
    isOwn: isOwn && may(actor.role, "listing.confirm", false),
    isReview,
    reviewId: review?.id,
    holding: { ...holding, mayClaim: holding.mayClaim && mayConfirm },
    mayRecord: mayConfirm && (!isReview || holding.isMine),
    notes: isOwn || !review ? null : await listInternalNotes("listing", listing.id),
    mayNote: may(actor.role, "review.work"),
    noteId: crypto.randomUUID(),
    defaults: { observedOn: formatDay(today, language), observedTime: clockTimeOf(now) },
    id: crypto.randomUUID(),
    isDone: url.searchParams.has("da"),
    held: await heldForm(),
  };
});

export const action = door("listing.confirm").act(async ({ request, params, actor, acting, language }) => {
  const listingId = uuidParam(params.listingId);
  const here = `/tham-dinh/tin-dang/${listingId}`;
  const read = await readEvidenceForm(request, actor.accountId, language);
  const refused = (code: string) => {
    if (code === "notFound") throw notFound();
    return refusedForm(read.submitted, { language, namespace: "listings", code });
  };
  const subject = { kind: "listing", id: listingId } as const;
  if (read.step !== "record") {
    const isClaim = read.step === "claim";
    const moved = isClaim ? await claimReview(subject, actor, acting) : await releaseReview(subject, actor, acting);
    if (!moved.ok) return refused(moved.code);
    return redirect(isClaim ? here : queuePath("", { da: "release" }));
  }
  const { submitted, screenshot, problems } = read;
  if (!submitted.value || Object.keys(problems).length > 0) return badForm(submitted, problems);
  const recorded = await recordEvidence({ listingId, form: submitted.value, screenshot }, actor, acting);
  return recorded.ok ? redirect(`${here}?da=ghi`) : refused(recorded.code);
});

export const meta = titleOf;

export default function ConfirmListing() {
  const t = useT();
  const page = useLoaderData<typeof loader>();
  const { listing, evidence, holding, mayRecord } = page;
  const form = pageForm(useActionData<typeof action>()?.form ?? page.held, page.defaults);
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
      <ErrorSummary title={t("platform:form.errors")} errors={form.errors} />
      {page.isDone && form.errors.length === 0 && (
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
        {page.isOwn && (
          <Notice tone="warning">
            <p>{t("platform:refusal.ownEnterprise")}</p>
          </Notice>
        )}
        {holding.isMine && page.reviewId && <LeaseKeeper reviewId={page.reviewId} />}
        <ClaimForm version={0} holding={holding} />
        {mayRecord && (
          <Section
            title={t("listings:confirm.record")}
            lead={holding.isMine ? undefined : t("listings:confirm.direct")}
          >
            <EvidenceFields form={form} id={page.id} mayRelease={holding.isMine} />
          </Section>
        )}
        {page.notes && (
          <InternalNotes
            notes={page.notes}
            noteId={page.noteId}
            subject={{ kind: "listing", id: listing.id }}
            mayWrite={page.mayNote}
          />
        )}
        <EvidenceHistory evidence={evidence} />
      </Stack>
    </>
  );
}

function MarketplacePage({ listing }: { listing: { marketplaceName: string; key: string; url: string } }) {
  const t = useT();
  return (
    <Section title={t("listings:confirm.page")} lead={t("listings:confirm.pageText")}>
      <Stack>
        <SummaryList
          items={[
            { key: "key", term: t("listings:confirm.key"), value: listing.key },
            { key: "url", term: t("listings:confirm.address"), value: listing.url },
          ]}
        />
        <FormActions>
          <ButtonLink href={listing.url} target="_blank" rel="noreferrer" icon="external">
            {t("listings:confirm.openPage", { marketplace: listing.marketplaceName })}
            <VisuallyHidden> {t("listings:add.openNew")}</VisuallyHidden>
          </ButtonLink>
        </FormActions>
      </Stack>
    </Section>
  );
}
