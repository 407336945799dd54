import { type Coverage, sortedScope } from "~/certification/scope";
import { addDays } from "~/platform/day";
import { diffOf, type Facts } from "~/reviews/proposed-change";
import { buildProposedChange, buildReviewReason } from "../builders";
import type { AccountRow, CertificateRow, ProposedChangeRow, ReviewRow } from "../rows";
import { type DemoEnterprise, type DemoProduct, hoursAgo, type Ledger, next, note } from "./ledger";
import { officerFor, openReview } from "./reviews";

/** What lies between owners and officers about things that are verified: open, sent back, and applied with its history. */
export function addProposedChanges(ledger: Ledger, enterprises: readonly DemoEnterprise[]): void {
  const verified = enterprises
    .flatMap(({ products }) => products)
    .filter((product) => steadyCertificate(ledger, product));
  const [renamed, corrected, relabelled] = verified;
  if (!renamed || !corrected || !relabelled) throw new RangeError("Too few verified products for the demo's changes");
  proposeName(ledger, renamed);
  returnDescription(ledger, corrected);
  applyDescription(ledger, relabelled);
  proposeScope(ledger, enterprises);
}

/** The verified certificate of a registered product that is in force today and far from its end. */
function steadyCertificate(ledger: Ledger, { row }: DemoProduct): CertificateRow | undefined {
  const { certificate_products: spans, certificates } = ledger.tables;
  const farOff = addDays(ledger.today, 200);
  return certificates.find(
    ({ id, status, validFrom, validTo }) =>
      row.status === "registered" &&
      status === "verified" &&
      validFrom <= ledger.today &&
      (validTo === null || validTo > farOff) &&
      spans.some(({ certificateId, productId }) => certificateId === id && productId === row.id),
  );
}

interface Proposal {
  subjectKind: ProposedChangeRow["subjectKind"];
  subjectId: string;
  label: string;
  before: Facts;
  after: Facts;
  note: string;
}

function propose(
  ledger: Ledger,
  enterprise: DemoEnterprise,
  proposal: Proposal,
  at: Date,
  more: Partial<ProposedChangeRow>,
) {
  const change = buildProposedChange(next(ledger, "proposed_changes"), {
    ...proposal,
    enterpriseId: enterprise.row.id,
    proposedById: enterprise.owner.id,
    proposedAt: at,
    ...more,
  });
  ledger.tables.proposed_changes.push(change);
  const { subjectKind: kind, subjectId: id, before, after } = proposal;
  note(ledger, at, enterprise.owner.id, "change.proposed", change.id, {
    enterpriseId: enterprise.row.id,
    before,
    after,
    more: { of: { kind, id }, note: proposal.note },
  });
  return change;
}

function proposeName(ledger: Ledger, { row, enterprise }: DemoProduct): void {
  const current = { name: row.name, description: row.description };
  const wanted = {
    name: row.name.replace(/^(\S+ \S+)/, "$1 hảo hạng"),
    description: row.description.replace("dùng cho trình diễn.", "dùng cho trình diễn, nhãn mới từ tháng này."),
  };
  const at = hoursAgo(ledger, 29);
  const proposal = {
    subjectKind: "product",
    subjectId: row.id,
    label: row.name,
    ...sidesOf(current, wanted),
    note: "Đổi tên theo nhãn mới (demo).",
  } as const;
  const change = propose(ledger, enterprise, proposal, at, {});
  openReview(ledger, enterprise, "change", change.id, at, { label: row.name });
}

const sidesOf = (current: Facts, wanted: Facts): { before: Facts; after: Facts } => {
  const changes = diffOf(current, wanted);
  return {
    before: Object.fromEntries(changes.map(({ field, before }) => [field, before])),
    after: Object.fromEntries(changes.map(({ field, after }) => [field, after])),
  };
};

function decided(
  ledger: Ledger,
  product: DemoProduct,
  hours: number,
  officer: AccountRow,
): Partial<ReviewRow> & { decidedAt: Date } {
  const decidedAt = hoursAgo(ledger, hours);
  return {
    label: product.row.name,
    status: "decided",
    claimedById: officer.id,
    claimedAt: new Date(decidedAt.getTime() - 10 * 60_000),
    decidedById: officer.id,
    decidedAt,
  };
}

function returnDescription(ledger: Ledger, product: DemoProduct): void {
  const { row, enterprise, index } = product;
  const officer = officerFor(enterprise, index);
  const proposedAt = hoursAgo(ledger, 75);
  const proposal = {
    subjectKind: "product",
    subjectId: row.id,
    label: row.name,
    before: { description: row.description },
    after: { description: `${row.description} Tốt nhất Việt Nam.` },
    note: "",
  } as const;
  const review = decided(ledger, product, 52, officer);
  const change = propose(ledger, enterprise, proposal, proposedAt, {
    status: "returned",
    decidedById: officer.id,
    decidedAt: review.decidedAt,
  });
  const { id } = openReview(ledger, enterprise, "change", change.id, proposedAt, { ...review, decision: "return" });
  ledger.tables.review_reasons.push(
    buildReviewReason(next(ledger, "review_reasons"), {
      reviewId: id,
      field: "description",
      reason: "misleading",
      comment: "Lời khen không có căn cứ, đề nghị bỏ.",
    }),
  );
  tell(ledger, change, "change.returned", officer, review.decidedAt);
}

function applyDescription(ledger: Ledger, product: DemoProduct): void {
  const { row, enterprise, index } = product;
  const officer = officerFor(enterprise, index);
  const proposedAt = hoursAgo(ledger, 300);
  const wanted = { description: `${row.description} Bảo quản nơi khô mát, dùng trong sáu tháng.` };
  const proposal = {
    subjectKind: "product",
    subjectId: row.id,
    label: row.name,
    ...sidesOf({ description: row.description }, wanted),
    note: "Thêm cách bảo quản (demo).",
  } as const;
  const review = decided(ledger, product, 268, officer);
  const change = propose(ledger, enterprise, proposal, proposedAt, {
    status: "applied",
    decidedById: officer.id,
    decidedAt: review.decidedAt,
  });
  openReview(ledger, enterprise, "change", change.id, proposedAt, { ...review, decision: "apply" });
  tell(ledger, change, "change.applied", officer, review.decidedAt);
  row.description = wanted.description;
  note(ledger, review.decidedAt, officer.id, "product.edited", row.id, {
    enterpriseId: enterprise.row.id,
    before: change.before,
    after: change.after,
    more: { changeId: change.id, proposedById: enterprise.owner.id },
  });
}

function tell(ledger: Ledger, change: ProposedChangeRow, event: string, officer: AccountRow, at: Date): void {
  const { subjectKind: kind, subjectId: id, enterpriseId, before, after } = change;
  note(ledger, at, officer.id, event, change.id, { enterpriseId, before, after, more: { of: { kind, id } } });
}

/** A certificate that another product of its enterprise shall join from next week on. */
function proposeScope(ledger: Ledger, enterprises: readonly DemoEnterprise[]): void {
  for (const enterprise of enterprises) {
    const [certificate] = enterprise.products.flatMap((product) => steadyCertificate(ledger, product) ?? []);
    if (!certificate) continue;
    const spans = ledger.tables.certificate_products.filter(({ certificateId }) => certificateId === certificate.id);
    const joining = enterprise.products.find(
      ({ row }) => row.status === "registered" && !spans.some(({ productId }) => productId === row.id),
    );
    if (!joining) continue;
    const scope: Coverage[] = spans.map(({ productId, coversFrom, coversTo }) => ({
      productId,
      from: coversFrom,
      to: coversTo,
    }));
    const from = addDays(ledger.today, 7);
    const at = hoursAgo(ledger, 6);
    const proposal = {
      subjectKind: "certificate",
      subjectId: certificate.id,
      label: certificate.number,
      before: { scope: sortedScope(scope) },
      after: { scope: sortedScope([...scope, { productId: joining.row.id, from, to: null }]) },
      note: "Quyết định bổ sung sản phẩm (demo).",
    } as const;
    const change = propose(ledger, enterprise, proposal, at, {});
    openReview(ledger, enterprise, "change", change.id, at, {
      label: certificate.number,
      schemeId: certificate.schemeId,
    });
    return;
  }
}
