import { standingOn } from "~/certification/certificate";
import { type EnterpriseSize, isSme, type LegalForm, type SmeConfig } from "~/enterprises/enterprise-size";
import { type Evidence, statusOn } from "~/listings/listing-status";
import type { Day } from "~/platform/day";

/** A share as integer counts, with basis points rounded down for showing; null basis points are "no figure". */
export type Share = { counted: number; of: number; basisPoints: number | null };

/** The days of a certificate as they were held true from one instant until another; null while they still are. */
export type PeriodFacts = { validFrom: Day; validTo: Day | null; recordedAt: Date; supersededAt: Date | null };

/**
 * One certificate's hold on one product. Days are inclusive; revokedOn is the first day without effect. The first period
 * is recorded by the verification, every other one by a correction; a certificate that nobody verified has none.
 */
export type CoverageFacts = {
  schemeCounts: boolean;
  periods: readonly PeriodFacts[];
  revokedOn: Day | null;
  revocationRecordedAt: Date | null;
  coversFrom: Day;
  coversTo: Day | null;
  coverageRecordedAt: Date;
  coverageEndRecordedAt: Date | null;
};

/** One listing, with the days on which its marketplace is recognised. */
export type ListingFacts = {
  recognisedFrom: Day;
  recognisedTo: Day | null;
  confirmationWindowDays: number;
  evidence: readonly Evidence[];
};

/** Everything that decides whether a product counts; withdrawnOn is the first day on which it does not. */
export type ProductFacts = {
  registeredOn: Day;
  registeredRecordedAt: Date;
  withdrawnOn: Day | null;
  withdrawnRecordedAt: Date | null;
  coverages: readonly CoverageFacts[];
  listings: readonly ListingFacts[];
};

/** Everything that decides whether an enterprise counts as an SME and how digital it is; closedOn is its first closed day. */
export type EnterpriseFacts = {
  legalForm: LegalForm;
  registeredOn: Day;
  registeredRecordedAt: Date;
  declarations: readonly { effectiveOn: Day; size: EnterpriseSize; recordedAt: Date }[];
  assessments: readonly { level: number; assessedOn: Day; verifiedAt: Date | null }[];
  closedOn?: Day | null;
  closedRecordedAt?: Date | null;
};

export type SmeShareConfig = SmeConfig & {
  /** The lowest level (0–5) that counts as carrying out digital transformation. */
  thresholdLevel: number;
  /** The year's official number of SMEs; null while no source has been entered. */
  officialPopulation: number | null;
};

/** Both denominators, always together; unsized are registered enterprises outside the count for want of a declaration. */
export type SmeShare = { registered: Share; official: Share | null; unsized: number };

/** Whether the product was registered on the day and held by a verified, valid certificate of a scheme that counts. */
export function isCertified(product: ProductFacts, day: Day, knownAt: Date): boolean {
  return (
    product.registeredOn <= day &&
    product.registeredRecordedAt <= knownAt &&
    !hasEnded(product.withdrawnOn, product.withdrawnRecordedAt, day, knownAt) &&
    product.coverages.some((coverage) => isInForce(coverage, day, knownAt))
  );
}

/** Whether some listing of the product on a recognised marketplace was live on the day. */
export function isListed(product: Pick<ProductFacts, "listings">, day: Day, knownAt: Date): boolean {
  return product.listings.some(
    ({ recognisedFrom, recognisedTo, confirmationWindowDays, evidence }) =>
      recognisedFrom <= day &&
      (recognisedTo === null || day <= recognisedTo) &&
      statusOn(day, knownAt, evidence, confirmationWindowDays).status === "live",
  );
}

/** Certified products that are listed, of all certified products; a product counts once however many marketplaces list it. */
export function listingShare(products: readonly ProductFacts[], day: Day, knownAt: Date): Share {
  const certified = products.filter((product) => isCertified(product, day, knownAt));
  return shareOf(certified.filter((product) => isListed(product, day, knownAt)).length, certified.length);
}

/** Whether the enterprise counted among the SMEs registered here on the day; undefined while its size is not declared. */
export function isCountedSme(
  enterprise: EnterpriseFacts,
  day: Day,
  knownAt: Date,
  config: SmeConfig,
): boolean | undefined {
  const { closedOn = null, closedRecordedAt = null } = enterprise;
  if (enterprise.registeredOn > day || enterprise.registeredRecordedAt > knownAt) return false;
  if (hasEnded(closedOn, closedRecordedAt, day, knownAt)) return false;
  const size = latest(
    enterprise.declarations
      .filter(({ effectiveOn, recordedAt }) => effectiveOn <= day && recordedAt <= knownAt)
      .map((declaration) => ({ ...declaration, on: declaration.effectiveOn })),
  )?.size;
  return size === undefined ? undefined : isSme(size, enterprise.legalForm, config);
}

/** The level of the latest assessment up to the day whose verification was known; undefined without one. */
export function verifiedLevel(
  enterprise: Pick<EnterpriseFacts, "assessments">,
  day: Day,
  knownAt: Date,
): number | undefined {
  const verified = enterprise.assessments.flatMap(({ level, assessedOn, verifiedAt }) =>
    verifiedAt !== null && verifiedAt <= knownAt && assessedOn <= day
      ? [{ level, on: assessedOn, recordedAt: verifiedAt }]
      : [],
  );
  return latest(verified)?.level;
}

/** SMEs whose latest verified assessment is at or above the threshold, of the SMEs registered here and of the official number. */
export function smeShare(
  enterprises: readonly EnterpriseFacts[],
  day: Day,
  knownAt: Date,
  config: SmeShareConfig,
): SmeShare {
  const judged = enterprises.map((enterprise) => ({
    counts: isCountedSme(enterprise, day, knownAt, config),
    level: verifiedLevel(enterprise, day, knownAt),
  }));
  const smes = judged.filter(({ counts }) => counts === true);
  const reached = smes.filter(({ level }) => level !== undefined && level >= config.thresholdLevel).length;
  return {
    registered: shareOf(reached, smes.length),
    official: config.officialPopulation === null ? null : shareOf(reached, config.officialPopulation),
    unsized: judged.filter(({ counts }) => counts === undefined).length,
  };
}

/** A share of integer counts; of nothing it is no figure, neither 0 % nor 100 %. */
export function shareOf(counted: number, of: number): Share {
  return { counted, of, basisPoints: of === 0 ? null : Math.floor((counted * 10_000) / of) };
}

function isInForce(coverage: CoverageFacts, day: Day, knownAt: Date): boolean {
  const { periods, revokedOn, revocationRecordedAt } = coverage;
  const period = periods.find(
    ({ recordedAt, supersededAt }) => recordedAt <= knownAt && (supersededAt === null || knownAt < supersededAt),
  );
  const revocationKnown = revocationRecordedAt === null || revocationRecordedAt <= knownAt;
  const endKnown = coverage.coverageEndRecordedAt === null || coverage.coverageEndRecordedAt <= knownAt;
  return (
    coverage.schemeCounts &&
    period !== undefined &&
    standingOn(day, { ...period, revokedOn: revocationKnown ? revokedOn : null }) === "valid" &&
    coverage.coverageRecordedAt <= knownAt &&
    coverage.coversFrom <= day &&
    (coverage.coversTo === null || day <= coverage.coversTo || !endKnown)
  );
}

/** An end without a recorded time is held to have been known always, so that a gap in the record never counts too much. */
function hasEnded(endedOn: Day | null, recordedAt: Date | null, day: Day, knownAt: Date): boolean {
  return endedOn !== null && endedOn <= day && (recordedAt === null || recordedAt <= knownAt);
}

function latest<T extends { on: Day; recordedAt: Date }>(items: readonly T[]): T | undefined {
  return items.toSorted((a, b) => (a.on === b.on ? +b.recordedAt - +a.recordedAt : a.on < b.on ? 1 : -1)).at(0);
}
