import { buildRecheck } from "../builders";
import type { ReviewRow } from "../rows";
import { stableId } from "../stable-id";
import type { Cast } from "./accounts";
import { hoursAgo, type Ledger, next, note } from "./ledger";

const oneIn = 12;
const waitingRechecks = 4;

/** What the bench shows besides its queue: kept views, notes among officers, re-checks judged and waiting. */
export function addBench(ledger: Ledger, cast: Cast): void {
  addViews(ledger, cast);
  addNotes(ledger, cast);
  const decided = ledger.tables.reviews
    .filter(({ subjectKind, status }) => subjectKind === "certificate" && status === "decided")
    .filter(({ decidedAt }) => decidedAt !== null && decidedAt > hoursAgo(ledger, 24 * 330))
    .filter((_, place) => place % oneIn === 0);
  for (const [place, review] of decided.entries())
    addRecheck(ledger, cast, review, place >= decided.length - waitingRechecks, place);
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
  const texts = [
    "Đã gọi cho cơ sở, họ hẹn gửi lại bản quét rõ hơn (demo).",
    "Số quyết định này trùng với công văn đã thu hồi năm trước, xem kỹ con dấu (demo).",
  ];
  const waiting = ledger.tables.reviews.filter(
    ({ subjectKind, status, openedAt }) =>
      subjectKind === "certificate" && status === "waiting" && openedAt < hoursAgo(ledger, 48),
  );
  for (const [place, review] of waiting.slice(0, 3).entries()) {
    for (const [turn, text] of texts.slice(0, 1 + (place % 2)).entries()) {
      const author = turn === 0 ? officer : secondOfficer;
      const createdAt = hoursAgo(ledger, 20 - place - turn);
      const id = stableId(`internal-note:${place}:${turn}`);
      ledger.tables.internal_notes.push({
        id,
        subjectKind: "certificate",
        subjectId: review.subjectId,
        authorId: author.id,
        text,
        createdAt,
      });
      note(ledger, createdAt, author.id, "review.noted", review.subjectId, {
        subjectKind: "certificate",
        enterpriseId: review.enterpriseId,
        after: { noteId: id },
      });
    }
  }
}

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
    decision: agrees ? decision : decision === "verify" ? "return" : "verify",
    agrees,
    comment: agrees ? "" : "Ngày cấp trên bản quét khác ngày đã khai (demo).",
  });
  ledger.tables.rechecks.push(recheck);
  note(ledger, judgedAt, judge.id, "recheck.judged", recheck.id, { enterpriseId, after: { agrees } });
}
