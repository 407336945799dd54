import { defaultValidTo } from "~/certification/certificate";
import { numberKey } from "~/certification/number-key";
import { sizeOf } from "~/enterprises/enterprise-size";
import { addDays, type Day, startOfDay } from "~/platform/day";
import { demoListingAddress } from "./demo-listing-address";
import { demoCode, demoPhone, demoTaxCode } from "./demo-numbers";
import { schemes } from "./reference/schemes";
import type {
  AccountRow,
  ApiKeyRow,
  AssessmentRow,
  BulkDecisionRow,
  CertificateRow,
  ChecklistAnswerRow,
  CoverageRow,
  EnterpriseRow,
  EvidenceRow,
  FileRow,
  FormDraftRow,
  ImportDataRow,
  ListingRow,
  MembershipRow,
  NoticeRow,
  ProductPhotoRow,
  ProductRow,
  ProposedChangeRow,
  RecheckRow,
  RecognitionRow,
  ReviewReasonRow,
  ReviewRow,
  RevocationRow,
  SizeDeclarationRow,
} from "./rows";
import { stableId } from "./stable-id";

// Complete rows, the same for the same n: what a caller does not say is a plain, valid default. The reference data
// (areas, schemes, marketplaces) must be there before they are written.

const someDay: Day = "2024-03-01";
const hour = 3_600_000;

/** The instant so many hours after the day began in Vietnam. */
export function instantOn(day: Day, hours = 9): Date {
  return new Date(startOfDay(day).getTime() + Math.round(hours * hour));
}

export const schemeId = (code: string): string => stableId(`scheme:${code}`);
export const marketplaceId = (code: string): string => stableId(`marketplace:${code}`);

export function buildAccount(n: number, overrides: Partial<AccountRow> = {}): AccountRow {
  const createdAt = overrides.createdAt ?? instantOn(someDay);
  return {
    id: stableId(`account:${n}`),
    email: `account-${n}@lensan.example`,
    phone: null,
    phoneConfirmedAt: null,
    name: `Tài khoản ${n} (demo)`,
    role: "owner",
    passwordHash: null,
    language: "vi",
    noticeDelivery: "each",
    emailConfirmedAt: createdAt,
    disabledAt: null,
    isDemo: false,
    createdAt,
    ...overrides,
  };
}

export function buildFormDraft(given: Pick<FormDraftRow, "accountId" | "path"> & Partial<FormDraftRow>): FormDraftRow {
  return { fields: {}, savedAt: instantOn(someDay), ...given };
}

export function buildApiKey(
  n: number,
  given: Pick<ApiKeyRow, "prefix" | "secretHash" | "createdById"> & Partial<ApiKeyRow>,
): ApiKeyRow {
  return {
    id: stableId(`api-key:${n}`),
    partner: `Đối tác ${n} (demo)`,
    createdAt: instantOn(someDay),
    expiresAt: null,
    revokedAt: null,
    ...given,
  };
}

export function buildEnterprise(n: number, overrides: Partial<EnterpriseRow> = {}): EnterpriseRow {
  const registeredOn = overrides.registeredOn ?? someDay;
  return {
    id: stableId(`enterprise:${n}`),
    code: demoCode("enterprise", n),
    taxCode: demoTaxCode(n),
    taxCodeKind: "enterprise",
    name: `Công ty TNHH số ${n} (demo)`,
    legalForm: "llc-one",
    sector: "agriculture-industry",
    areaId: "2025:21583",
    address: `Số ${n}, đường Demo`,
    phone: demoPhone(n),
    website: "",
    registeredOn,
    registeredAt: instantOn(registeredOn),
    closedOn: null,
    closureRecordedAt: null,
    isDemo: false,
    ...overrides,
  };
}

export function buildMembership(
  accountId: string,
  enterpriseId: string,
  createdAt = instantOn(someDay),
): MembershipRow {
  return { accountId, enterpriseId, createdAt };
}

/** The size and its rule follow from the figures by Decree 80/2021, as they do when an owner declares them. */
export function buildSizeDeclaration(
  n: number,
  given: Pick<SizeDeclarationRow, "enterpriseId"> &
    Partial<Omit<SizeDeclarationRow, "size" | "rule">> &
    Partial<Pick<EnterpriseRow, "sector">>,
): SizeDeclarationRow {
  const { sector = "agriculture-industry", ...rest } = given;
  const effectiveOn = rest.effectiveOn ?? someDay;
  const figures = {
    employees: rest.employees ?? 8,
    revenue: rest.revenue === undefined ? 2_000_000_000 : rest.revenue,
    capital: rest.capital === undefined ? 1_000_000_000 : rest.capital,
  };
  const sized = sizeOf({ sector, ...figures });
  if (!sized.ok) throw new RangeError(`Figures without a size: ${sized.code}`);
  return {
    id: stableId(`size-declaration:${n}`),
    year: Number(effectiveOn.slice(0, 4)) - 1,
    effectiveOn,
    recordedAt: instantOn(effectiveOn),
    recordedById: null,
    ...rest,
    ...figures,
    size: sized.value.size,
    rule: sized.value.rule,
  };
}

export function buildProduct(n: number, given: Pick<ProductRow, "enterpriseId"> & Partial<ProductRow>): ProductRow {
  const status = given.status ?? "registered";
  const registeredOn = given.registeredOn ?? (status === "draft" ? null : someDay);
  const withdrawnOn = given.withdrawnOn ?? (status === "withdrawn" ? addDays(registeredOn ?? someDay, 365) : null);
  return {
    id: stableId(`product:${n}`),
    code: demoCode("product", n),
    group: "food",
    name: `Sản phẩm số ${n} (demo)`,
    description: "",
    price: 50_000,
    unit: "gói",
    gtin: null,
    registeredAt: registeredOn === null ? null : instantOn(registeredOn),
    withdrawalRecordedAt: withdrawnOn === null ? null : instantOn(withdrawnOn),
    createdAt: instantOn(registeredOn ?? someDay, 8),
    ...given,
    status,
    registeredOn,
    withdrawnOn,
  };
}

export function buildFile(n: number, given: Pick<FileRow, "sha256" | "purpose"> & Partial<FileRow>): FileRow {
  return {
    id: stableId(`file:${n}`),
    mediaType: "image/webp",
    sizeBytes: 1,
    width: null,
    height: null,
    originalName: `tep-${n}.webp`,
    enterpriseId: null,
    uploadedById: null,
    createdAt: instantOn(someDay),
    ...given,
  };
}

export function buildPhoto(productId: string, fileId: string, position = 0): ProductPhotoRow {
  return { productId, fileId, position };
}

/** A certificate of the scheme with this code, verified on the day it was issued unless said otherwise. */
export function buildCertificate(
  n: number,
  given: Pick<CertificateRow, "enterpriseId"> & Partial<Omit<CertificateRow, "schemeId" | "numberKey">>,
  schemeCode = "ocop",
): CertificateRow {
  const scheme = schemes.find(({ code }) => code === schemeCode);
  if (scheme === undefined) throw new RangeError(`No scheme ${schemeCode}`);
  const status = given.status ?? "verified";
  const issuedOn = given.issuedOn ?? someDay;
  const validFrom = given.validFrom ?? issuedOn;
  const number = given.number ?? `DEMO-${String(n).padStart(4, "0")}/${issuedOn.slice(0, 4)}`;
  const revokedOn = given.revokedOn ?? (status === "revoked" ? addDays(validFrom, 100) : null);
  const wasVerified = status === "verified" || status === "revoked";
  return {
    id: stableId(`certificate:${n}`),
    supersedesId: null,
    schemeId: schemeId(schemeCode),
    number,
    numberKey: numberKey(number),
    level: scheme.levels[0] ?? null,
    issuedOn,
    validFrom,
    validTo: defaultValidTo(validFrom, scheme),
    scanId: null,
    submittedAt: status === "draft" || status === "withdrawn" ? null : instantOn(issuedOn, 9),
    verifiedAt: wasVerified ? instantOn(issuedOn, 15) : null,
    revocationRecordedAt: revokedOn === null ? null : instantOn(revokedOn),
    revocationReason: revokedOn === null ? null : "Thu hồi (demo)",
    recognitionId: null,
    createdAt: instantOn(issuedOn, 8),
    ...given,
    status,
    revokedOn,
  };
}

export function buildCoverage(
  n: number,
  given: Pick<CoverageRow, "certificateId" | "productId"> & Partial<CoverageRow>,
): CoverageRow {
  const coversFrom = given.coversFrom ?? someDay;
  return {
    id: stableId(`coverage:${n}`),
    coversFrom,
    coversTo: null,
    recordedAt: instantOn(coversFrom),
    endRecordedAt: null,
    ...given,
  };
}

/** A claimed one is held for a day unless said otherwise, so that it stays on its officer's desk. */
/** A change of something verified that waits for an officer, unless said otherwise. */
export function buildProposedChange(
  n: number,
  given: Pick<ProposedChangeRow, "subjectKind" | "subjectId" | "enterpriseId" | "proposedById" | "before" | "after"> &
    Partial<ProposedChangeRow>,
): ProposedChangeRow {
  return {
    id: stableId(`proposed-change:${n}`),
    baseVersion: 1,
    label: `Đề xuất ${n} (demo)`,
    note: "",
    status: "open",
    proposedAt: instantOn(someDay),
    decidedById: null,
    decidedAt: null,
    ...given,
  };
}

export function buildReview(
  n: number,
  given: Pick<ReviewRow, "subjectKind" | "subjectId" | "enterpriseId"> & Partial<ReviewRow>,
): ReviewRow {
  const claimedAt = given.claimedAt ?? null;
  return {
    id: stableId(`review:${n}`),
    label: `Hồ sơ ${n} (demo)`,
    schemeId: null,
    areaId: null,
    risk: 0,
    barredId: null,
    status: "waiting",
    openedAt: instantOn(someDay),
    claimedById: null,
    claimedAt,
    leaseUntil: claimedAt && new Date(claimedAt.getTime() + 24 * hour),
    decidedById: null,
    decidedAt: null,
    decision: null,
    note: "",
    ...given,
  };
}

/** A signed decision of a People's Committee. */
export function buildRecognition(
  n: number,
  given: Pick<RecognitionRow, "createdById"> & Partial<RecognitionRow>,
): RecognitionRow {
  return {
    id: stableId(`recognition:${n}`),
    number: `DEMO-${n}/QĐ-UBND`,
    decidedOn: someDay,
    issuer: "UBND tỉnh (demo)",
    paperId: null,
    createdAt: instantOn(someDay),
    ...given,
  };
}

/** An officer's list of what one decision on OCOP decides, not started unless said otherwise. */
export function buildBulkDecision(
  n: number,
  given: Pick<BulkDecisionRow, "recognitionId" | "officerId"> & Partial<BulkDecisionRow>,
): BulkDecisionRow {
  return {
    id: stableId(`bulk-decision:${n}`),
    schemeId: schemeId("ocop"),
    levels: ["3-star", "4-star", "5-star"],
    query: "",
    status: "open",
    version: 1,
    createdAt: instantOn(someDay),
    startedAt: null,
    progressedAt: null,
    finishedAt: null,
    ...given,
  };
}

/** A revocation that was proposed and waits, unless said otherwise. */
export function buildRevocation(
  n: number,
  given: Pick<RevocationRow, "certificateId" | "proposedById"> & Partial<RevocationRow>,
): RevocationRow {
  return {
    id: stableId(`revocation:${n}`),
    status: "proposed",
    effectiveOn: someDay,
    reason: "conditions-lost",
    explanation: "Không còn đáp ứng điều kiện chứng nhận (demo)",
    documentId: null,
    proposedAt: instantOn(someDay),
    decidedById: null,
    decidedAt: null,
    note: "",
    ...given,
  };
}

/** A notice in an inbox, unread and told of by mail unless said otherwise. */
export function buildChecklistAnswer(
  n: number,
  given: Pick<ChecklistAnswerRow, "enterpriseId" | "itemId" | "status"> & Partial<ChecklistAnswerRow>,
): ChecklistAnswerRow {
  return {
    id: stableId(`checklist-answer:${n}`),
    note: "",
    fileId: null,
    answeredById: null,
    answeredAt: instantOn(someDay),
    decidedById: null,
    decidedAt: null,
    decisionNote: "",
    ...given,
  };
}

export function buildNotice(
  n: number,
  given: Pick<NoticeRow, "accountId" | "event" | "subject" | "text" | "path"> & Partial<NoticeRow>,
): NoticeRow {
  const createdAt = given.createdAt ?? instantOn(someDay);
  return {
    id: stableId(`notice:${n}`),
    enterpriseId: null,
    onceKey: null,
    createdAt,
    readAt: null,
    toldAt: createdAt,
    ...given,
  };
}

export function buildReviewReason(
  n: number,
  given: Pick<ReviewReasonRow, "reviewId" | "field" | "reason"> & Partial<ReviewReasonRow>,
): ReviewReasonRow {
  return { id: stableId(`review-reason:${n}`), comment: "", ...given };
}

/** Waits to be judged unless said otherwise. */
export function buildRecheck(n: number, given: Pick<RecheckRow, "reviewId"> & Partial<RecheckRow>): RecheckRow {
  return {
    id: stableId(`recheck:${n}`),
    drawnAt: instantOn(someDay, 16),
    judgedById: null,
    judgedAt: null,
    decision: null,
    agrees: null,
    comment: "",
    ...given,
  };
}

/** A listing with an address that the recogniser of pasted addresses reads back to the same key. */
export function buildListing(
  n: number,
  given: Pick<ListingRow, "productId"> & Partial<Omit<ListingRow, "marketplaceId" | "key" | "url">>,
  marketplaceCode = "shopee",
): ListingRow {
  return {
    id: stableId(`listing:${n}`),
    marketplaceId: marketplaceId(marketplaceCode),
    ...demoListingAddress(n, marketplaceCode),
    addedAt: instantOn(someDay),
    addedById: null,
    removedAt: null,
    ...given,
  };
}

export function buildEvidence(n: number, given: Pick<EvidenceRow, "listingId"> & Partial<EvidenceRow>): EvidenceRow {
  const observedAt = given.observedAt ?? instantOn(someDay, 10);
  return {
    id: stableId(`evidence:${n}`),
    kind: "officer-check",
    verdict: "live",
    rawStatus: "",
    note: "",
    fileId: null,
    observedAt,
    recordedAt: observedAt,
    recordedById: null,
    ...given,
  };
}

export function buildAssessment(
  n: number,
  given: Pick<AssessmentRow, "enterpriseId"> & Partial<AssessmentRow>,
): AssessmentRow {
  const assessedOn = given.assessedOn ?? someDay;
  return {
    id: stableId(`assessment:${n}`),
    schemeVersion: "v2025",
    level: 1,
    assessedOn,
    source: "Phiếu đánh giá (demo)",
    verifiedAt: instantOn(assessedOn, 16),
    verifiedById: null,
    ...given,
  };
}

/** An import of products that waits for its columns to be chosen; read as CSV with the titles in the first row. */
export function buildImport(
  n: number,
  given: Pick<ImportDataRow, "uploaderId" | "enterpriseId" | "fileId"> & Partial<ImportDataRow>,
): ImportDataRow {
  return {
    id: stableId(`import:${n}`),
    kind: "products",
    status: "uploaded",
    source: { format: "csv", encoding: "utf-8", delimiter: ";", sheets: ["bang.csv"] },
    headerRow: 1,
    dataFrom: 2,
    columns: [
      { title: "Tên sản phẩm", samples: [], field: "name", reason: null },
      { title: "Nhóm sản phẩm", samples: [], field: "group", reason: null },
    ],
    facts: {},
    policy: null,
    willCreate: 0,
    willUpdate: 0,
    willSkip: 0,
    willRefuse: 0,
    created: 0,
    updated: 0,
    skipped: 0,
    refused: 0,
    doneThrough: 0,
    createdAt: instantOn(someDay),
    startedAt: null,
    finishedAt: null,
    ...given,
  };
}
