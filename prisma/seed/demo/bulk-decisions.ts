import { addDays } from "~/platform/day";
import { buildBulkDecision, buildFile, buildRecognition } from "../builders";
import { randomFrom } from "../random";
import type { RecognitionRow } from "../rows";
import type { Cast } from "./accounts";
import { addCertificate, type Paper } from "./certificates";
import { type DemoEnterprise, type DemoProduct, hoursAgo, type Ledger, next, note } from "./ledger";
import { claim, openReview } from "./reviews";

/** The number under which the demo's waiting certificates of one decision are found. */
export const demoDecisionNumber = "DEMO-0812/QĐ-UBND";
const earlierNumber = "DEMO-0640/QĐ-UBND";
const fitting = 9;
const daysAgo = 25;

/**
 * What one signed decision recognises: owners handed in their certificates one by one, most of them fit the decision, and
 * of the others each is excluded for a reason of its own; and an earlier decision that is carried out.
 */
export function addBulkDecisions(ledger: Ledger, cast: Cast, enterprises: readonly DemoEnterprise[]): void {
  const open = enterprises.filter(({ row }) => row.closedOn === null);
  const products = open.flatMap(({ products }) => products.find(({ row }) => row.status === "registered") ?? []);
  const own = products.find(({ enterprise }) => enterprise.owner === cast.officerOwner);
  const others = products.filter((product) => product !== own);
  addWaiting(ledger, cast, [...(own ? [own] : []), ...others]);
  addEarlier(ledger, cast, others.slice(-3));
}

const odd: readonly Partial<Paper>[] = [
  { level: "5-star" },
  { level: null },
  { withoutScan: true },
  { number: "DEMO-812" },
];

function addWaiting(ledger: Ledger, cast: Cast, products: readonly DemoProduct[]): void {
  const issuedOn = addDays(ledger.today, -daysAgo);
  for (const [place, product] of products.slice(0, fitting + odd.length + 2).entries()) {
    const different =
      odd[place - fitting] ?? (place === fitting + odd.length ? { issuedOn: addDays(issuedOn, -6) } : {});
    const paper = { ...paperOf(product, place), number: demoDecisionNumber, level: "3-star", issuedOn, ...different };
    const submittedAt = hoursAgo(ledger, 30 + place);
    const certificate = addCertificate(ledger, paper, { status: "submitted", submittedAt });
    // What the portal found when it weighed them: the number is others' too, and one is written like no decision's.
    const risk = different.number ? 1 : 2;
    const review = openReview(ledger, product.enterprise, "certificate", certificate.id, submittedAt, { risk });
    if (place === fitting + odd.length + 1) claim(ledger, review, cast.secondOfficer);
  }
}

const paperOf = (product: DemoProduct, place: number): Omit<Paper, "issuedOn"> => ({
  enterprise: product.enterprise,
  products: [product],
  scheme: "ocop",
  random: randomFrom(52_000 + place),
});

/** A decision by which an officer verified what was waiting, some weeks ago. */
function addEarlier(ledger: Ledger, { officer }: Cast, products: readonly DemoProduct[]): void {
  const [decidedAt, submittedAt] = [hoursAgo(ledger, 24 * 20), hoursAgo(ledger, 24 * 24)];
  const recognition = addRecognition(ledger, officer.id, decidedAt);
  const { id: recognitionId, number, decidedOn, issuer, paperId } = recognition;
  const at = { createdAt: decidedAt, startedAt: decidedAt, progressedAt: decidedAt, finishedAt: decidedAt };
  const bulk = buildBulkDecision(next(ledger, "bulk_decisions"), {
    ...{ recognitionId, officerId: officer.id, query: "loai=certificate&q=0640", status: "finished" },
    ...at,
  });
  ledger.tables.bulk_decisions.push(bulk);
  const decision = { id: recognitionId, number, day: decidedOn, issuer, paperId };
  for (const [position, product] of products.entries()) {
    const paper = { ...paperOf(product, 90 + position), number, level: "3-star", issuedOn: decidedOn, recognitionId };
    const certificate = addCertificate(ledger, paper, { status: "verified", submittedAt, decidedAt });
    const enterpriseId = product.enterprise.row.id;
    const review = openReview(ledger, product.enterprise, "certificate", certificate.id, submittedAt, {
      ...{ status: "decided", decision: "verify", decidedById: officer.id, decidedAt },
      ...{ claimedById: officer.id, claimedAt: decidedAt },
    });
    note(ledger, decidedAt, officer.id, "certificate.verified", certificate.id, {
      enterpriseId,
      more: { reviewId: review.id, bulkDecisionId: bulk.id, decision },
      before: { status: "submitted" },
      after: { status: "verified" },
    });
    const item = { certificateId: certificate.id, position, enterpriseId, version: 1 };
    ledger.tables.bulk_decision_items.push({ bulkDecisionId: bulk.id, ...item, status: "verified", reason: null });
    product.certified = true;
  }
  const after = { verified: products.length, skipped: 0, left: 0 };
  note(ledger, decidedAt, officer.id, "bulk-decision.finished", bulk.id, { after });
}

function addRecognition(ledger: Ledger, createdById: string, createdAt: Date): RecognitionRow {
  const decidedOn = addDays(ledger.today, -daysAgo * 2);
  const paperId = addPaper(ledger, createdById, createdAt);
  const given = { number: earlierNumber, decidedOn, paperId, createdById, createdAt };
  const recognition = buildRecognition(next(ledger, "recognitions"), given);
  ledger.tables.recognitions.push(recognition);
  const { number, issuer } = recognition;
  const after = { number, day: decidedOn, issuer, paperId };
  note(ledger, createdAt, createdById, "recognition.recorded", recognition.id, { after });
  return recognition;
}

function addPaper(ledger: Ledger, uploadedById: string, createdAt: Date): string | null {
  const [picture] = ledger.pictures.scans.flatMap(([, pdf]) => pdf ?? []);
  if (!picture) return null;
  const { extension, ...stored } = picture;
  const about = { purpose: "document", originalName: `quyet-dinh-0640.${extension}` } as const;
  const paper = buildFile(next(ledger, "files"), { ...stored, ...about, uploadedById, createdAt });
  ledger.tables.files.push(paper);
  return paper.id;
}
