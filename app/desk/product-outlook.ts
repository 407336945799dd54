import type { CertificateStanding, CertificateStatus } from "~/certification/certificate";
import type { ListingStatus } from "~/listings/listing-status";
import type { ProductStatus } from "~/products/product";

/** What happens next with a product, in the order of the way from draft to counted. */
export const outlooks = [
  "register",
  "addCertificate",
  "submitCertificate",
  "correctCertificate",
  "awaitCertificate",
  "notYetValid",
  "renewCertificate",
  "otherScheme",
  "addListing",
  "awaitListing",
  "reconfirmListing",
  "replaceListing",
  "otherMarketplace",
  "counted",
  "withdrawn",
] as const;
export type Outlook = (typeof outlooks)[number];

/** Whose turn it is: the owner's, the office's, or nobody's because time or nothing has to pass. */
export const outlookTurns: Readonly<Record<Outlook, "owner" | "office" | "nobody">> = {
  register: "owner",
  addCertificate: "owner",
  submitCertificate: "owner",
  correctCertificate: "owner",
  awaitCertificate: "office",
  notYetValid: "nobody",
  renewCertificate: "owner",
  otherScheme: "owner",
  addListing: "owner",
  awaitListing: "office",
  reconfirmListing: "office",
  replaceListing: "owner",
  otherMarketplace: "owner",
  counted: "nobody",
  withdrawn: "nobody",
};

export type OutlookFacts = {
  status: ProductStatus;
  /** As the counting rules say of today. */
  isCertified: boolean;
  isListed: boolean;
  certificates: readonly { status: CertificateStatus; standing: CertificateStanding; schemeCounts: boolean }[];
  listings: readonly ListingStatus[];
};

/** What stands between a product and being counted today, and so what comes next; "counted" when nothing does. */
export function outlookOf(product: OutlookFacts): Outlook {
  if (product.status === "draft") return "register";
  if (product.status === "withdrawn") return "withdrawn";
  if (!product.isCertified) return certificateOutlook(product.certificates);
  return product.isListed ? "counted" : listingOutlook(product.listings);
}

function certificateOutlook(certificates: OutlookFacts["certificates"]): Outlook {
  const some = (status: CertificateStatus) => certificates.some((certificate) => certificate.status === status);
  // A revocation to come changes nothing yet.
  const verified = certificates.filter(
    ({ status, standing }) => status === "verified" || (status === "revoked" && standing !== "revoked"),
  );
  const counting = verified.filter(({ schemeCounts }) => schemeCounts);
  if (some("returned")) return "correctCertificate";
  if (some("submitted")) return "awaitCertificate";
  if (some("draft")) return "submitCertificate";
  if (counting.some(({ standing }) => standing === "not-yet-valid")) return "notYetValid";
  if (counting.some(({ standing }) => standing === "expired")) return "renewCertificate";
  return verified.length > counting.length ? "otherScheme" : "addCertificate";
}

function listingOutlook(listings: readonly ListingStatus[]): Outlook {
  if (listings.includes("claimed")) return "awaitListing";
  if (listings.includes("unconfirmed")) return "reconfirmListing";
  if (listings.includes("live")) return "otherMarketplace";
  return listings.includes("not-live") ? "replaceListing" : "addListing";
}
