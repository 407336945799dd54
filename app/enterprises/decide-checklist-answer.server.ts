import { may } from "~/accounts/access";
import { membersToTell, notify } from "~/accounts/notify.server";
import type { Actor } from "~/accounts/session.server";
import { type Acting, inTransaction } from "~/platform/db/transaction.server";
import { accept, type Result, refuse } from "~/platform/result";
import { type DecideReviewRefusal, type Decision, decideReview } from "~/reviews/decide-review.server";
import { reasonText } from "~/reviews/reason";
import { wordReasons } from "~/reviews/reason-queries.server";
import type { reviewDecisions } from "~/reviews/review-decision";
import { type AnswerStatus, nextAnswerStatus } from "./checklist";

export type AnswerDecision = Decision & { decision: (typeof reviewDecisions)["checklist-answer"][number] };

export type AnswerDecisionRefusal = DecideReviewRefusal | "notFound" | "stale" | "notAllowed" | "note.whyWaived";

const outcomes = { accept: "accepted", return: "returned", waive: "waived" } as const;

/** An officer who holds the review accepts the answer, returns it with reasons, or waives the item for this enterprise with a note. */
export async function decideChecklistAnswer(
  { answerId, version, decision: said }: { answerId: string; version: number; decision: AnswerDecision },
  actor: Actor,
  acting: Acting,
): Promise<Result<true, AnswerDecisionRefusal>> {
  if (!may(actor.role, "checklist.decide", false)) return refuse("notFound");
  const { decision, note, reasons } = said;
  if (decision === "waive" && !note) return refuse("note.whyWaived");
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
    const review = await decideReview(tx, { kind: "checklist-answer", id: answerId }, said, actor);
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
      data: { reviewId: review.value.reviewId, before: { status }, after: { status: next.value }, reasons, note },
    });
    const why = await wordReasons(tx, "checklist-answer", reasons);
    await notify(tx, await membersToTell(tx, enterpriseId), {
      event,
      enterpriseId,
      path: `/quan-ly/${enterpriseId}/danh-muc`,
      words: (t, { language }) => {
        const name = language === "vi" ? item.nameVi : item.nameEn;
        return {
          subject: t(`enterprises:checklist.told.${outcome}`, { name }),
          paragraphs: [
            t(`enterprises:checklist.told.${outcome}Text`, { name }),
            ...why.map((reason) => reasonText(reason, language)),
            note,
          ].filter(Boolean),
          action: t("enterprises:checklist.told.open"),
        };
      },
    });
    return accept(true);
  });
}
