import { ListingStatusTag } from "~/listings/components/listing-status-tag";
import type { ListingStatus } from "~/listings/listing-status";
import type { Day } from "~/platform/day";
import { useT } from "~/platform/i18n";
import { Card, CardGrid, EmptyState, Icon, Section } from "~/ui";

interface PublicListing {
  id: string;
  marketplaceName: string;
  url: string;
  status: ListingStatus;
  ageDays: number | null;
  lapsesOn: Day | null;
  isRecognised: boolean;
}

/** Where the product is sold. Only an address that an officer or a check has seen alive is made a link. */
export function PublicListings({ listings }: { listings: readonly PublicListing[] }) {
  const t = useT();
  return (
    <Section title={t("desk:product.listings")} lead={t("desk:product.listingsLead")}>
      {listings.length === 0 ? (
        <EmptyState title={t("desk:product.noListing")} icon="store" headingLevel={3}>
          {t("desk:product.noListingText")}
        </EmptyState>
      ) : (
        <CardGrid>
          {listings.map((listing) => (
            <Card key={listing.id} title={listing.marketplaceName}>
              <p>
                <ListingStatusTag standing={listing} isRecognised={listing.isRecognised} />
              </p>
              {(listing.status === "live" || listing.status === "unconfirmed") && (
                <p>
                  <a href={listing.url} rel="nofollow noopener noreferrer external">
                    {t("desk:product.open", { marketplace: listing.marketplaceName })} <Icon name="external" />
                  </a>
                </p>
              )}
            </Card>
          ))}
        </CardGrid>
      )}
    </Section>
  );
}
