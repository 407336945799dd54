import { buildReview, buildReviewReason } from "../builders";
import type { AccountRow, ReviewRow } from "../rows";
import { type DemoEnterprise, hoursAgo, type Ledger, next, note } from "./ledger";

export function officerFor({ officers }: DemoEnterprise, place: number): AccountRow {
  const officer = officers[place % officers.length];
  if (officer === undefined) throw new RangeError("No officer may decide");
  return officer;
}

export function openReview(
  ledger: Ledger,
  { row }: DemoEnterprise,
  subjectKind: ReviewRow["subjectKind"],
  subjectId: string,
  openedAt: Date,
  more: Partial<ReviewRow> = {},
): ReviewRow {
  const shown = { ...shownInQueue(ledger, subjectKind, subjectId), areaId: row.areaId };
  const given = { subjectKind, subjectId, enterpriseId: row.id, openedAt, ...shown, ...more };
  const review = buildReview(next(ledger, "reviews"), given);
  ledger.tables.reviews.push(review);
  return review;
}

/** What the queue shows of a subject, as it is when a review of it is opened. */
function shownInQueue(
  { tables }: Ledger,
  kind: ReviewRow["subjectKind"],
  subjectId: string,
): Partial<Pick<ReviewRow, "label" | "schemeId">> {
  const certificate = kind === "certificate" ? tables.certificates.find(({ id }) => id === subjectId) : undefined;
  if (certificate) return { label: certificate.number, schemeId: certificate.schemeId };
  const listing = kind === "listing" ? tables.listings.find(({ id }) => id === subjectId) : undefined;
  const product = tables.products.find(({ id }) => id === listing?.productId);
  return product ? { label: product.name } : {};
}

/** Takes a review onto an officer's desk, at most two hours before now. */
export function claim(ledger: Ledger, review: ReviewRow, officer: AccountRow): void {
  review.status = "claimed";
  review.claimedById = officer.id;
  review.claimedAt = hoursAgo(ledger, 0.5);
  review.leaseUntil = hoursAgo(ledger, -24);
  note(ledger, review.claimedAt, officer.id, "review.claimed", review.id, { enterpriseId: review.enterpriseId });
}

const eventOf = {
  verify: "certificate.verified",
  return: "certificate.returned",
  refuse: "certificate.refused",
} as const;
export type Decision = keyof typeof eventOf;

/** A review of a certificate from its opening to its decision. */
export function decide(
  ledger: Ledger,
  enterprise: DemoEnterprise,
  certificateId: string,
  officer: AccountRow,
  openedAt: Date,
  decidedAt: Date,
  decision: Decision,
): ReviewRow {
  const review = openReview(ledger, enterprise, "certificate", certificateId, openedAt, {
    status: "decided",
    claimedById: officer.id,
    claimedAt: new Date(decidedAt.getTime() - 25 * 60_000),
    decidedById: officer.id,
    decidedAt,
    decision,
  });
  note(ledger, decidedAt, officer.id, eventOf[decision], certificateId, {
    enterpriseId: enterprise.row.id,
    after: { reviewId: review.id },
  });
  return review;
}

const returnReasons: readonly (readonly [string, string, string])[] = [
  ["scan", "unreadable", "Bản quét mờ ở phần con dấu và ngày cấp, đề nghị quét lại."],
  ["number", "mismatch", "Số trên bản quét khác số đã khai."],
  ["validTo", "mismatch", "Ngày hết hiệu lực trên giấy sớm hơn ngày đã khai."],
  ["products", "notCovered", "Sản phẩm này không có trong danh mục kèm theo giấy."],
  ["level", "mismatch", "Hạng sao trên quyết định khác hạng đã khai."],
];

/** Says at one or two fields why something was sent back. */
export function addReasons(ledger: Ledger, review: ReviewRow, place: number): void {
  for (const step of place % 3 === 0 ? [0, 1] : [0]) {
    const [field, reason, comment] = returnReasons[(place + step) % returnReasons.length] ?? ["", "", ""];
    ledger.tables.review_reasons.push(
      buildReviewReason(next(ledger, "review_reasons"), { reviewId: review.id, field, reason, comment }),
    );
  }
}
