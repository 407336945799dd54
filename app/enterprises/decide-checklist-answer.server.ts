import { may } from "~/accounts/access";
import { membersToTell, notify } from "~/accounts/notify.server";
import type { Actor } from "~/accounts/session.server";
import { type Acting, inTransaction } from "~/platform/db/transaction.server";
import { accept, type Result, refuse } from "~/platform/result";
import { type DecideReviewRefusal, decideReview } from "~/reviews/decide-review.server";
import { type AnswerStatus, nextAnswerStatus } from "./checklist";

export const answerDecisions = ["accept", "return", "waive"] as const;

export interface AnswerDecision {
  answerId: string;
  version: number;
  decision: (typeof answerDecisions)[number];
  note: string;
}

export type AnswerDecisionRefusal = DecideReviewRefusal | "notFound" | "stale" | "notAllowed" | "decisionNote.required";

const outcomes = { accept: "accepted", return: "returned", waive: "waived" } as const;

/** An officer who holds the review accepts the answer, returns it with a note, or waives the item for this enterprise with a reason. */
export async function decideChecklistAnswer(
  { answerId, version, decision, note }: AnswerDecision,
  actor: Actor,
  acting: Acting,
): Promise<Result<true, AnswerDecisionRefusal>> {
  if (!may(actor.role, "checklist.decide", false)) return refuse("notFound");
  if (decision !== "accept" && !note) return refuse("decisionNote.required");
  return inTransaction(acting, async (tx) => {
    const found = await tx.prisma.checklistAnswer.findUnique({
      where: { id: answerId },
      select: {
        status: true,
        enterpriseId: true,
        item: { select: { nameVi: true, nameEn: true } },
      },
    });
    if (!found) return refuse("notFound");
    const { enterpriseId, item } = found;
    const closed = { decision, note, reasons: [] };
    const review = await decideReview(tx, { kind: "checklist-answer", id: answerId }, closed, actor);
    if (!review.ok) return review;
    const status = found.status as AnswerStatus;
    const next = nextAnswerStatus({ kind: "verified", status, by: "officer" }, decision);
    if (!next.ok) return next;
    const { count } = await tx.prisma.checklistAnswer.updateMany({
      where: { id: answerId, version, status },
      data: {
        status: next.value,
        decidedById: actor.accountId,
        decidedAt: tx.now,
        decisionNote: note,
        version: { increment: 1 },
      },
    });
    if (count === 0) return refuse("stale");
    const outcome = outcomes[decision];
    const event = `checklist-answer.${outcome}` as const;
    tx.record({
      event,
      subject: { kind: "checklist-answer", id: answerId },
      enterpriseId,
      data: { reviewId: review.value.reviewId, before: { status }, after: { status: next.value }, note },
    });
    await notify(tx, await membersToTell(tx, enterpriseId), {
      event,
      enterpriseId,
      path: `/quan-ly/${enterpriseId}/danh-muc`,
      words: (t, { language }) => {
        const name = language === "vi" ? item.nameVi : item.nameEn;
        return {
          subject: t(`enterprises:checklist.told.${outcome}`, { name }),
          paragraphs: [t(`enterprises:checklist.told.${outcome}Text`, { name }), note].filter(Boolean),
          action: t("enterprises:checklist.told.open"),
        };
      },
    });
    return accept(true);
  });
}
