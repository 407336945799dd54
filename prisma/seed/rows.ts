import type { Role } from "~/accounts/access";
import type { BulkStatus, Exclusion, ItemStatus } from "~/certification/bulk-decision";
import type { CertificateStatus } from "~/certification/certificate";
import type { ReminderDays } from "~/certification/reminder";
import type { RevocationReason, RevocationStatus } from "~/certification/revocation";
import type { AnswerStatus } from "~/enterprises/checklist";
import type { EnterpriseSector, EnterpriseSize, LegalForm } from "~/enterprises/enterprise-size";
import type { TaxCodeKind } from "~/enterprises/tax-code";
import type { RowProblem } from "~/imports/import-kind";
import type { ImportPolicy, ImportStatus, RowStatus } from "~/imports/import-workflow";
import type { ImportColumn } from "~/imports/read-row";
import type { EvidenceKind, EvidenceVerdict } from "~/listings/listing-status";
import type { Day } from "~/platform/day";
import type { SheetSource } from "~/platform/sheets/sheet";
import type { ChangeStatus, ChangeSubject } from "~/reviews/proposed-change";
import type { ReviewSubject } from "~/reviews/review";

export type ProductGroup = "food" | "beverage" | "herbal" | "handicraft" | "ornamental" | "tourism" | "other";

export interface AccountRow {
  id: string;
  email: string | null;
  phone: string | null;
  phoneConfirmedAt: Date | null;
  name: string;
  role: Role;
  passwordHash: string | null;
  language: "vi" | "en";
  emailConfirmedAt: Date | null;
  disabledAt: Date | null;
  noticeDelivery: "each" | "daily";
  isDemo: boolean;
  createdAt: Date;
}

export interface AccountAreaRow {
  accountId: string;
  areaId: string;
}

export interface MandateRow {
  id: string;
  accountId: string;
  enterpriseId: string;
  reason: string;
  openedAt: Date;
  endsAt: Date;
  endedAt: Date | null;
}

export interface OneTimeTokenRow {
  id: string;
  purpose: string;
  tokenHash: Uint8Array;
  accountId: string | null;
  email: string | null;
  phone: string | null;
  role: Role | null;
  enterpriseId: string | null;
  createdById: string;
  createdAt: Date;
  expiresAt: Date;
}

export interface AssistedRegistrationRow {
  id: string;
  createdById: string;
  enterpriseId: string | null;
  areaId: string;
  ownerName: string;
  ownerPhone: string;
  enterprise: object | null;
  products: object[];
  status: "open" | "confirmed" | "abandoned";
  createdAt: Date;
  savedAt: Date;
}

export interface MembershipRow {
  accountId: string;
  enterpriseId: string;
  createdAt: Date;
}

export interface FormDraftRow {
  accountId: string;
  path: string;
  fields: Readonly<Record<string, readonly string[]>>;
  savedAt: Date;
}

export interface ApiKeyRow {
  id: string;
  prefix: string;
  secretHash: Uint8Array;
  partner: string;
  createdById: string;
  createdAt: Date;
  expiresAt: Date | null;
  revokedAt: Date | null;
}

export interface EnterpriseRow {
  id: string;
  code: string;
  taxCode: string;
  taxCodeKind: TaxCodeKind;
  name: string;
  legalForm: LegalForm;
  sector: EnterpriseSector;
  areaId: string;
  address: string;
  phone: string;
  website: string;
  registeredOn: Day;
  registeredAt: Date;
  closedOn: Day | null;
  closureRecordedAt: Date | null;
  isDemo: boolean;
}

export interface SizeDeclarationRow {
  id: string;
  enterpriseId: string;
  year: number;
  employees: number;
  revenue: number | null;
  capital: number | null;
  size: EnterpriseSize;
  rule: object;
  effectiveOn: Day;
  recordedAt: Date;
  recordedById: string | null;
}

export interface ProductRow {
  id: string;
  code: string;
  enterpriseId: string;
  group: ProductGroup;
  name: string;
  description: string;
  price: number | null;
  unit: string;
  gtin: string | null;
  status: "draft" | "registered" | "withdrawn";
  registeredOn: Day | null;
  registeredAt: Date | null;
  withdrawnOn: Day | null;
  withdrawalRecordedAt: Date | null;
  createdAt: Date;
}

export interface ProductPhotoRow {
  productId: string;
  fileId: string;
  position: number;
}

export interface FileRow {
  id: string;
  sha256: string;
  purpose: "photo" | "scan" | "screenshot" | "document" | "import";
  mediaType: string;
  sizeBytes: number;
  width: number | null;
  height: number | null;
  originalName: string;
  enterpriseId: string | null;
  uploadedById: string | null;
  createdAt: Date;
}

export interface CertificateRow {
  id: string;
  supersedesId: string | null;
  enterpriseId: string;
  schemeId: string;
  number: string;
  numberKey: string;
  level: string | null;
  issuedOn: Day;
  validFrom: Day;
  validTo: Day | null;
  scanId: string | null;
  status: CertificateStatus;
  submittedAt: Date | null;
  verifiedAt: Date | null;
  revokedOn: Day | null;
  revocationRecordedAt: Date | null;
  revocationReason: string | null;
  recognitionId: string | null;
  createdAt: Date;
}

export interface RecognitionRow {
  id: string;
  number: string;
  decidedOn: Day;
  issuer: string;
  paperId: string | null;
  createdById: string;
  createdAt: Date;
}

export interface BulkDecisionRow {
  id: string;
  recognitionId: string;
  schemeId: string;
  levels: string[];
  officerId: string;
  query: string;
  status: BulkStatus;
  version: number;
  createdAt: Date;
  startedAt: Date | null;
  progressedAt: Date | null;
  finishedAt: Date | null;
}

export interface BulkDecisionItemRow {
  bulkDecisionId: string;
  certificateId: string;
  position: number;
  enterpriseId: string;
  version: number;
  status: ItemStatus;
  reason: Exclusion | null;
}

export interface CoverageRow {
  id: string;
  certificateId: string;
  productId: string;
  coversFrom: Day;
  coversTo: Day | null;
  recordedAt: Date;
  endRecordedAt: Date | null;
}

export interface ProposedChangeRow {
  id: string;
  subjectKind: ChangeSubject;
  subjectId: string;
  enterpriseId: string;
  baseVersion: number;
  label: string;
  before: object;
  after: object;
  note: string;
  status: ChangeStatus;
  proposedById: string;
  proposedAt: Date;
  decidedById: string | null;
  decidedAt: Date | null;
}

export interface ReviewRow {
  id: string;
  subjectKind: ReviewSubject;
  subjectId: string;
  enterpriseId: string;
  label: string;
  schemeId: string | null;
  areaId: string | null;
  risk: number;
  barredId: string | null;
  status: "waiting" | "claimed" | "decided" | "cancelled";
  openedAt: Date;
  claimedById: string | null;
  claimedAt: Date | null;
  leaseUntil: Date | null;
  decidedById: string | null;
  decidedAt: Date | null;
  decision: string | null;
  note: string;
}

export interface RevocationRow {
  id: string;
  certificateId: string;
  status: RevocationStatus;
  effectiveOn: Day;
  reason: RevocationReason;
  explanation: string;
  documentId: string | null;
  proposedById: string;
  proposedAt: Date;
  decidedById: string | null;
  decidedAt: Date | null;
  note: string;
}

export interface CertificateReminderRow {
  certificateId: string;
  validTo: Day;
  daysBefore: ReminderDays;
  remindedAt: Date;
}

export interface ReviewReasonRow {
  id: string;
  reviewId: string;
  field: string;
  reason: string;
  comment: string;
}

export interface ChecklistAnswerRow {
  id: string;
  enterpriseId: string;
  itemId: string;
  status: AnswerStatus;
  note: string;
  fileId: string | null;
  answeredById: string | null;
  answeredAt: Date;
  decidedById: string | null;
  decidedAt: Date | null;
  decisionNote: string;
}

export interface NoticeRow {
  id: string;
  accountId: string;
  event: string;
  enterpriseId: string | null;
  onceKey: string | null;
  subject: string;
  text: string;
  path: string;
  createdAt: Date;
  readAt: Date | null;
  toldAt: Date | null;
}

export interface RecheckRow {
  id: string;
  reviewId: string;
  drawnAt: Date;
  judgedById: string | null;
  judgedAt: Date | null;
  decision: string | null;
  agrees: boolean | null;
  comment: string;
}

export interface InternalNoteRow {
  id: string;
  subjectKind: ReviewSubject;
  subjectId: string;
  authorId: string;
  text: string;
  createdAt: Date;
}

export interface QueueViewRow {
  id: string;
  accountId: string;
  name: string;
  query: string;
  isDefault: boolean;
  createdAt: Date;
}

export interface ListingRow {
  id: string;
  productId: string;
  marketplaceId: string;
  key: string;
  url: string;
  addedAt: Date;
  addedById: string | null;
  removedAt: Date | null;
}

export interface EvidenceRow {
  id: string;
  listingId: string;
  kind: EvidenceKind;
  verdict: EvidenceVerdict;
  rawStatus: string;
  note: string;
  fileId: string | null;
  observedAt: Date;
  recordedAt: Date;
  recordedById: string | null;
}

export interface AssessmentRow {
  id: string;
  enterpriseId: string;
  schemeVersion: string;
  level: number;
  assessedOn: Day;
  source: string;
  verifiedAt: Date;
  verifiedById: string | null;
}

export interface SmePopulationRow {
  id: string;
  year: number;
  count: number;
  source: string;
  recordedAt: Date;
  recordedById: string | null;
}

export interface JournalRow {
  at: Date;
  actorId: string | null;
  event: string;
  subjectKind: string;
  subjectId: string;
  enterpriseId: string | null;
  data: object;
}

/** The tables that builders fill, in an order that foreign keys allow. */
export interface ImportDataRow {
  id: string;
  kind: string;
  uploaderId: string;
  enterpriseId: string | null;
  fileId: string;
  status: ImportStatus;
  source: SheetSource;
  headerRow: number;
  dataFrom: number;
  columns: readonly ImportColumn[];
  facts: Readonly<Record<string, string>>;
  policy: ImportPolicy | null;
  willCreate: number;
  willUpdate: number;
  willSkip: number;
  willRefuse: number;
  created: number;
  updated: number;
  skipped: number;
  refused: number;
  doneThrough: number;
  createdAt: Date;
  startedAt: Date | null;
  finishedAt: Date | null;
}

export interface ImportRowRow {
  importId: string;
  number: number;
  status: RowStatus;
  subjectId: string | null;
  values: Readonly<Record<string, string | number>>;
  changes: readonly string[];
  problems: readonly RowProblem[] | null;
}

export interface Rows {
  accounts: AccountRow;
  api_keys: ApiKeyRow;
  enterprises: EnterpriseRow;
  memberships: MembershipRow;
  account_areas: AccountAreaRow;
  mandates: MandateRow;
  one_time_tokens: OneTimeTokenRow;
  assisted_registrations: AssistedRegistrationRow;
  size_declarations: SizeDeclarationRow;
  products: ProductRow;
  files: FileRow;
  recognitions: RecognitionRow;
  product_photos: ProductPhotoRow;
  certificates: CertificateRow;
  certificate_products: CoverageRow;
  revocations: RevocationRow;
  certificate_reminders: CertificateReminderRow;
  proposed_changes: ProposedChangeRow;
  reviews: ReviewRow;
  review_reasons: ReviewReasonRow;
  bulk_decisions: BulkDecisionRow;
  bulk_decision_items: BulkDecisionItemRow;
  rechecks: RecheckRow;
  internal_notes: InternalNoteRow;
  queue_views: QueueViewRow;
  listings: ListingRow;
  evidence: EvidenceRow;
  assessments: AssessmentRow;
  sme_populations: SmePopulationRow;
  checklist_answers: ChecklistAnswerRow;
  imports: ImportDataRow;
  import_rows: ImportRowRow;
  notices: NoticeRow;
  form_drafts: FormDraftRow;
  journal: JournalRow;
}
