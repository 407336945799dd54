import type { Certification, Product, WithContext } from "schema-dts";
import { type CertificateStanding, standingOn } from "~/certification/certificate";
import { lastDayOf } from "~/certification/renewal";
import type { Day } from "~/platform/day";

/** A certificate of a product as far as programs are told of it. */
export interface DescribedCertificate {
  code: string;
  schemeVi: string;
  issuerVi: string;
  number: string;
  level: string | null;
  issuedOn: Day;
  validFrom: Day;
  validTo: Day | null;
  revokedOn: Day | null;
}

export interface DescribedProduct {
  code: string;
  name: string;
  description: string;
  price: number | null;
  gtin: string | null;
  enterpriseCode: string;
  enterpriseName: string;
  photos: readonly { fileId: string }[];
  certificates: readonly DescribedCertificate[];
}

const stars = /^([1-5])-star$/;

function certification(
  { code, schemeVi, issuerVi, number, level, issuedOn, ...validity }: DescribedCertificate,
  today: Day,
  origin: string,
): Certification {
  const standing: CertificateStanding = standingOn(today, validity);
  // A revocation to come is told to nobody before its day.
  const lastDay = lastDayOf(standing === "revoked" ? validity : { ...validity, revokedOn: null });
  const rating = stars.exec(level ?? "")?.[1];
  return {
    "@type": "Certification",
    name: schemeVi,
    issuedBy: { "@type": "Organization", name: issuerVi },
    certificationIdentification: number,
    certificationStatus: `https://schema.org/Certification${standing === "valid" ? "Active" : "Inactive"}`,
    datePublished: issuedOn,
    validFrom: validity.validFrom,
    ...(lastDay !== null && { expires: lastDay }),
    ...(rating !== undefined && {
      certificationRating: { "@type": "Rating", ratingValue: Number(rating), bestRating: 5 },
    }),
    url: `${origin}/kiem-tra/${code}`,
  };
}

/**
 * A product in the words of schema.org, for search engines and other programs: what its page says and no more, with the
 * certificates that hold or held, each with the address where it is checked. Addresses are absolute, days ISO 8601.
 */
export function productData(product: DescribedProduct, today: Day, origin: string): WithContext<Product> {
  const { code, name, description, price, gtin, photos, certificates } = product;
  return {
    "@context": "https://schema.org",
    "@type": "Product",
    productID: code,
    name,
    url: `${origin}/san-pham/${code}`,
    ...(description && { description }),
    ...(gtin !== null && { gtin }),
    ...(photos.length > 0 && { image: photos.map(({ fileId }) => `${origin}/anh/${fileId}/1200`) }),
    manufacturer: {
      "@type": "Organization",
      name: product.enterpriseName,
      url: `${origin}/co-so/${product.enterpriseCode}`,
    },
    ...(price !== null && { offers: { "@type": "Offer", price, priceCurrency: "VND" } }),
    ...(certificates.length > 0 && {
      hasCertification: certificates.map((certificate) => certification(certificate, today, origin)),
    }),
  };
}
