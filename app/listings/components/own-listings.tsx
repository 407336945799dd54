import type { ListingStatus } from "~/listings/listing-status";
import type { Day } from "~/platform/day";
import { dayOf } from "~/platform/day";
import { formatDay } from "~/platform/format";
import { useLanguage, useT } from "~/platform/i18n";
import { reasonText, type SaidReason } from "~/reviews/reason";
import { Button, Card, EmptyState, Form, FormActions, HiddenField, Section, Stack, VisuallyHidden } from "~/ui";
import { ListingStatusTag } from "./listing-status-tag";

export interface OwnListing {
  id: string;
  version: number;
  marketplaceName: string;
  key: string;
  url: string;
  addedAt: string;
  status: ListingStatus;
  ageDays: number | null;
  lapsesOn: Day | null;
  isRecognised: boolean;
  hasOpenReview: boolean;
  mayAskRecheck: boolean;
  /** Why an officer last turned it down. */
  reasons: readonly SaidReason[];
}

/** A product's listings as their owner sees them, each with what can be done about it. */
export function OwnListings({ listings }: { listings: readonly OwnListing[] }) {
  const t = useT();
  return (
    <Section title={t("listings:add.list")} id="listings">
      {listings.length === 0 ? (
        <EmptyState icon="store" title={t("listings:add.none")} headingLevel={3}>
          {t("listings:add.noneText")}
        </EmptyState>
      ) : (
        <Stack>
          {listings.map((listing) => (
            <OwnListingCard key={listing.id} listing={listing} />
          ))}
        </Stack>
      )}
    </Section>
  );
}

function OwnListingCard({ listing }: { listing: OwnListing }) {
  const t = useT();
  const language = useLanguage();
  return (
    <Card
      title={listing.marketplaceName}
      tags={<ListingStatusTag standing={listing} isRecognised={listing.isRecognised} />}
      footer={
        <details className="ui-fold">
          <summary>
            {t("listings:add.remove")}
            <VisuallyHidden> {listing.marketplaceName}</VisuallyHidden>
          </summary>
          <Form>
            <p>{t("listings:add.removeText")}</p>
            <HiddenField name="listingId" value={listing.id} />
            <HiddenField name="version" value={listing.version} />
            <Button variant="danger" name="action" value="remove">
              {t("listings:add.removeSubmit", { marketplace: listing.marketplaceName })}
            </Button>
          </Form>
        </details>
      }
    >
      <p className="ui-break">
        <a href={listing.url} target="_blank" rel="noreferrer">
          {listing.url}
          <VisuallyHidden> {t("listings:add.openNew")}</VisuallyHidden>
        </a>
      </p>
      <p className="ui-soft">
        {t("listings:add.added", { day: formatDay(dayOf(new Date(listing.addedAt)), language) })}
      </p>
      {listing.status === "not-live" &&
        listing.reasons.map((reason) => <p key={`${reason.field} ${reason.reason}`}>{reasonText(reason, language)}</p>)}
      {listing.hasOpenReview && <p>{t("listings:add.inQueue")}</p>}
      {listing.mayAskRecheck && (
        <Form>
          <HiddenField name="listingId" value={listing.id} />
          <FormActions>
            <Button variant="secondary" name="action" value="recheck">
              {t("listings:add.recheck")}
              <VisuallyHidden> {listing.marketplaceName}</VisuallyHidden>
            </Button>
          </FormActions>
        </Form>
      )}
    </Card>
  );
}
