import { standingOn } from "~/certification/certificate";
import { type ListingStanding, statusOn } from "~/listings/listing-status";
import type { Day } from "~/platform/day";
import { isCertified, isListed } from "~/targets/share";
import type { OwnCoverage, OwnListing, OwnProduct } from "./own-product-queries.server";
import { type Outlook, outlookOf } from "./product-outlook";

export interface JudgedListing {
  id: string;
  marketplace: string;
  url: string;
  isRecognised: boolean;
  standing: Pick<ListingStanding, "status" | "ageDays" | "lapsesOn">;
}

/** A certificate that covers the product, as far as a page shows it. */
export type JudgedCoverage = Pick<
  OwnCoverage,
  "certificateId" | "number" | "status" | "schemeVi" | "schemeEn" | "validFrom" | "validTo" | "revokedOn"
>;

/** A product with how everything about it stands on a day and what comes next. */
export interface JudgedProduct {
  outlook: Outlook;
  isCertified: boolean;
  isListed: boolean;
  /** Certificates that cover it now, the newest first. */
  coverages: JudgedCoverage[];
  listings: JudgedListing[];
}

/** Applies the counting rules to one product on a day, with all that is known at an instant. */
export function judgeProduct(product: OwnProduct, day: Day, knownAt: Date): JudgedProduct {
  const { status, registeredOn, registeredAt, withdrawnOn, withdrawalRecordedAt } = product;
  const certified =
    registeredOn !== null &&
    registeredAt !== null &&
    isCertified(
      {
        registeredOn,
        registeredRecordedAt: registeredAt,
        withdrawnOn,
        withdrawnRecordedAt: withdrawalRecordedAt,
        coverages: product.coverages,
        listings: product.listings,
      },
      day,
      knownAt,
    );
  const listed = isListed(product, day, knownAt);
  const coverages = product.coverages.filter(({ coversTo }) => coversTo === null || coversTo >= day);
  const listings = product.listings.map((listing) => judgeListing(listing, day, knownAt));
  const outlook = outlookOf({
    status,
    isCertified: certified,
    isListed: listed,
    certificates: coverages.map((coverage) => ({
      status: coverage.status,
      standing: standingOn(day, coverage),
      schemeCounts: coverage.schemeCounts,
    })),
    listings: listings.map(({ standing }) => standing.status),
  });
  return { outlook, isCertified: certified, isListed: listed, coverages: coverages.map(shownCoverage), listings };
}

function judgeListing(listing: OwnListing, day: Day, knownAt: Date): JudgedListing {
  const { id, marketplace, url, recognisedFrom, recognisedTo, evidence, confirmationWindowDays } = listing;
  const { status, ageDays, lapsesOn } = statusOn(day, knownAt, evidence, confirmationWindowDays);
  return {
    id,
    marketplace,
    url,
    isRecognised: recognisedFrom <= day && (recognisedTo === null || day <= recognisedTo),
    standing: { status, ageDays, lapsesOn },
  };
}

function shownCoverage(coverage: OwnCoverage): JudgedCoverage {
  const { certificateId, number, status, schemeVi, schemeEn, validFrom, validTo, revokedOn } = coverage;
  return { certificateId, number, status, schemeVi, schemeEn, validFrom, validTo, revokedOn };
}
