import { type ReviewSubject, reviewSubjects } from "~/reviews/review";
import { isRechecked, reviewDecisions } from "~/reviews/review-decision";
import { buildRecheck } from "../builders";
import type { AccountRow, ReviewRow } from "../rows";
import { stableId } from "../stable-id";
import type { Cast } from "./accounts";
import { hoursAgo, type Ledger, next, note } from "./ledger";

const oneIn: Readonly<Record<ReviewSubject, number>> = {
  certificate: 12,
  listing: 20,
  change: 1,
  revocation: 1,
  "checklist-answer": 4,
};
const waitingRechecks: Readonly<Record<ReviewSubject, number>> = {
  certificate: 4,
  listing: 2,
  change: 1,
  revocation: 0,
  "checklist-answer": 1,
};

/** What the bench shows besides its queue: kept views, notes among officers, re-checks judged and waiting. */
export function addBench(ledger: Ledger, cast: Cast): void {
  addViews(ledger, cast);
  addNotes(ledger, cast);
  for (const kind of reviewSubjects.filter(isRechecked)) {
    const decided = ledger.tables.reviews
      .filter(({ subjectKind, status }) => subjectKind === kind && status === "decided")
      .filter(({ decidedAt }) => decidedAt !== null && decidedAt > hoursAgo(ledger, 24 * 330))
      .filter((_, place) => place % oneIn[kind] === 0);
    for (const [place, review] of decided.entries())
      addRecheck(ledger, cast, review, place >= decided.length - waitingRechecks[kind], place);
  }
}

function addViews(ledger: Ledger, { officer }: Cast): void {
  const views: readonly [string, string][] = [
    ["Chứng nhận quá hạn (demo)", "loai=certificate&han=qua-han"],
    ["Tin đăng, chờ lâu nhất (demo)", "loai=listing&xep=cho-lau"],
  ];
  for (const [place, [name, query]] of views.entries()) {
    ledger.tables.queue_views.push({
      id: stableId(`queue-view:${place}`),
      accountId: officer.id,
      name,
      query,
      isDefault: false,
      createdAt: hoursAgo(ledger, 30 - place),
    });
  }
}

function addNotes(ledger: Ledger, { officer, secondOfficer }: Cast): void {
  const texts: Readonly<Record<ReviewSubject, readonly string[]>> = {
    certificate: [
      "Đã gọi cho cơ sở, họ hẹn gửi lại bản quét rõ hơn (demo).",
      "Số quyết định này trùng với công văn đã thu hồi năm trước, xem kỹ con dấu (demo).",
    ],
    listing: ["Gian hàng này từng bán sản phẩm khác, mở cả trang gian hàng để so (demo)."],
    change: ["Hỏi lại chủ cơ sở vì sao đổi tên trước khi chấp nhận (demo)."],
    revocation: ["Chờ biên bản kiểm tra của đoàn liên ngành (demo)."],
    "checklist-answer": ["Số tài khoản này là của cá nhân, cần xem giấy uỷ quyền (demo)."],
  };
  for (const kind of reviewSubjects) {
    const waiting = ledger.tables.reviews.filter(
      ({ subjectKind, status }) => subjectKind === kind && status === "waiting",
    );
    const old = waiting.filter(({ openedAt }) => openedAt < hoursAgo(ledger, 30));
    for (const [place, review] of old.slice(0, kind === "certificate" ? 3 : 1).entries()) {
      for (const [turn, text] of texts[kind].slice(0, 1 + (place % 2)).entries()) {
        addNote(ledger, review, { text, author: turn === 0 ? officer : secondOfficer, hours: 20 - place - turn });
      }
    }
  }
}

interface Note {
  text: string;
  author: AccountRow;
  hours: number;
}

function addNote(
  ledger: Ledger,
  { subjectKind, subjectId, enterpriseId }: ReviewRow,
  { text, author, hours }: Note,
): void {
  const createdAt = hoursAgo(ledger, hours);
  const id = stableId(`internal-note:${subjectId}:${hours}`);
  ledger.tables.internal_notes.push({ id, subjectKind, subjectId, authorId: author.id, text, createdAt });
  note(ledger, createdAt, author.id, "review.noted", subjectId, { subjectKind, enterpriseId, after: { noteId: id } });
}

const disagreements: Readonly<Record<ReviewSubject, string>> = {
  certificate: "Ngày cấp trên bản quét khác ngày đã khai (demo).",
  listing: "Trang bán ghi tên khác với tên đã đăng ký (demo).",
  change: "Mô tả mới vẫn còn lời khen không có căn cứ (demo).",
  revocation: "",
  "checklist-answer": "Giấy tờ gửi kèm thiếu trang cuối (demo).",
};

const otherThan = (kind: ReviewSubject, decision: string): string =>
  reviewDecisions[kind].find((one) => one !== decision) ?? decision;

function addRecheck(ledger: Ledger, cast: Cast, review: ReviewRow, isWaiting: boolean, place: number): void {
  const { id: reviewId, decidedAt, decidedById, decision, enterpriseId } = review;
  if (!decidedAt || !decision) return;
  const judge = decidedById === cast.officer.id ? cast.secondOfficer : cast.officer;
  const isMember = ledger.tables.memberships.some(
    (one) => one.accountId === judge.id && one.enterpriseId === enterpriseId,
  );
  if (isWaiting || isMember) {
    ledger.tables.rechecks.push(buildRecheck(next(ledger, "rechecks"), { reviewId, drawnAt: decidedAt }));
    return;
  }
  const agrees = place % 5 !== 2;
  const judgedAt = new Date(Math.min(decidedAt.getTime() + 50 * 3_600_000, hoursAgo(ledger, 2).getTime()));
  const recheck = buildRecheck(next(ledger, "rechecks"), {
    reviewId,
    drawnAt: decidedAt,
    judgedById: judge.id,
    judgedAt,
    decision: agrees ? decision : otherThan(review.subjectKind, decision),
    agrees,
    comment: agrees ? "" : disagreements[review.subjectKind],
  });
  ledger.tables.rechecks.push(recheck);
  note(ledger, judgedAt, judge.id, "recheck.judged", recheck.id, { enterpriseId, after: { agrees } });
}
