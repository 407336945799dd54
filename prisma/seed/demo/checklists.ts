import type { AnswerStatus } from "~/enterprises/checklist";
import { buildChecklistAnswer, buildFile, buildNotice, buildReviewReason } from "../builders";
import { checklistItems, type ReferenceChecklistItem } from "../reference/checklist-items";
import { stableId } from "../stable-id";
import { type DemoEnterprise, hoursAgo, type Ledger, next, note } from "./ledger";
import { claim, officerFor, openReview } from "./reviews";

// By turns, so that every state of either kind is there; the printed owner's enterprise comes first.
const attested: readonly (AnswerStatus | "none")[] = ["attested", "attested", "none", "attested", "withdrawn"];
const verified: readonly (AnswerStatus | "none")[] = [
  "returned",
  "submitted",
  "accepted",
  "none",
  "waived",
  "accepted",
];

const notes: Record<string, string> = {
  "business-account": "Ngân hàng Demo, chi nhánh Quy Nhơn; chủ tài khoản là cơ sở (demo).",
  "food-safety": "Giấy số 01/ATTP-DEMO, còn hiệu lực (demo).",
  "delivery-contract": "Đã ký với đơn vị giao hàng Demo từ đầu năm (demo).",
};

const decisions: Partial<Record<AnswerStatus, string>> = {
  returned: "Hãy ghi tên chủ tài khoản đúng như giấy đăng ký (demo).",
  waived: "Cơ sở không thuộc diện phải có giấy này (demo).",
};

/** What enterprises say of their checklists, in every state, with answers that wait for an officer. */
export function addChecklists(ledger: Ledger, enterprises: readonly DemoEnterprise[]): void {
  for (const [place, enterprise] of enterprises.entries()) {
    if (place % 4 === 3 || enterprise.row.closedOn !== null) continue;
    for (const [index, item] of checklistItems.entries()) {
      const states = item.kind === "attested" ? attested : verified;
      const status = states[(place + index) % states.length] ?? "none";
      if (item.kind !== "computed" && status !== "none") addAnswer(ledger, enterprise, item, status, place);
    }
  }
}

/** What was sent with an answer: a scan of two pages. */
function addPaper(ledger: Ledger, { row, owner }: DemoEnterprise, createdAt: Date): string | null {
  const picture = ledger.pictures.scans[0]?.find(({ extension }) => extension === "pdf");
  if (!picture) return null;
  const { extension, ...stored } = picture;
  const about = { purpose: "document", enterpriseId: row.id, uploadedById: owner.id, createdAt } as const;
  const file = buildFile(next(ledger, "files"), { ...stored, ...about, originalName: `giay-to-kem-theo.${extension}` });
  ledger.tables.files.push(file);
  return file.id;
}

function addAnswer(
  ledger: Ledger,
  enterprise: DemoEnterprise,
  item: ReferenceChecklistItem,
  status: AnswerStatus,
  place: number,
): void {
  const { row, owner } = enterprise;
  const officer = officerFor(enterprise, place);
  const isDecided = status === "accepted" || status === "returned" || status === "waived";
  const answeredAt = hoursAgo(ledger, 30 + ((place * 11) % 400));
  const decidedAt = new Date(answeredAt.getTime() + 20 * 3_600_000);
  const about = { subjectKind: "checklist-answer", enterpriseId: row.id };
  const answer = buildChecklistAnswer(next(ledger, "checklist_answers"), {
    enterpriseId: row.id,
    itemId: stableId(`checklist-item:${item.code}`),
    status,
    note: notes[item.code] ?? "",
    answeredById: owner.id,
    answeredAt,
    fileId: item.kind === "verified" && place % 2 === 0 ? addPaper(ledger, enterprise, answeredAt) : null,
    ...(isDecided && { decidedById: officer.id, decidedAt, decisionNote: decisions[status] ?? "" }),
  });
  ledger.tables.checklist_answers.push(answer);
  const first = item.kind === "attested" ? "attested" : "submitted";
  note(ledger, answeredAt, owner.id, `checklist-answer.${first}`, answer.id, about);
  if (status === "withdrawn") note(ledger, decidedAt, owner.id, "checklist-answer.withdrawn", answer.id, about);
  if (item.kind === "attested") return;
  const review = openReview(ledger, enterprise, "checklist-answer", answer.id, answeredAt, { label: item.nameVi });
  if (status === "withdrawn") review.status = "cancelled";
  if (status === "submitted" && place % 3 === 0) claim(ledger, review, officer);
  if (!isDecided) return;
  const decision = { accepted: "accept", returned: "return", waived: "waive" }[status];
  Object.assign(review, { status: "decided", claimedById: officer.id, claimedAt: answeredAt, decidedById: officer.id });
  Object.assign(review, { decidedAt, decision, note: decisions[status] ?? "" });
  if (status === "returned") {
    const reason = { reviewId: review.id, field: "paper", reason: "incomplete", comment: "" };
    ledger.tables.review_reasons.push(buildReviewReason(next(ledger, "review_reasons"), reason));
  }
  note(ledger, decidedAt, officer.id, `checklist-answer.${status}`, answer.id, about);
  const words = { accepted: "Được chấp nhận", returned: "Cần sửa", waived: "Được miễn" }[status];
  ledger.tables.notices.push(
    buildNotice(next(ledger, "notices"), {
      accountId: owner.id,
      event: `checklist-answer.${status}`,
      enterpriseId: row.id,
      subject: `${words}: ${item.nameVi}`,
      text: decisions[status] ?? "Cán bộ đã xem và chấp nhận mục này (demo).",
      path: `/quan-ly/${row.id}/danh-muc`,
      createdAt: decidedAt,
      readAt: status === "accepted" ? new Date(decidedAt.getTime() + 3_600_000) : null,
      // Those who gather their notices have the newest still to come.
      toldAt: owner.noticeDelivery === "daily" ? null : decidedAt,
    }),
  );
}
