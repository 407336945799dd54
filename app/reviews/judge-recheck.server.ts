import { z } from "zod";
import { may } from "~/accounts/access";
import { isPartyTo } from "~/accounts/membership.server";
import { accountsToTell, notify } from "~/accounts/notify.server";
import type { Actor } from "~/accounts/session.server";
import { type Acting, inTransaction, type Transaction } from "~/platform/db/transaction.server";
import { accept, type Result, refuse } from "~/platform/result";
import type { ReviewSubject } from "./review";
import { isConfirmation, isDecision, type ReviewDecision, reviewDecisions } from "./review-decision";

/** What a second officer says: what they would have decided, and why where they would not confirm. */
export const recheckSchemaOf = (kind: ReviewSubject) =>
  z
    .object({
      decision: z.enum(reviewDecisions[kind] as readonly [ReviewDecision, ...ReviewDecision[]], {
        error: "reviews:recheck.required",
      }),
      comment: z.string().max(2000, { error: "reviews:note.tooLong" }).default(""),
    })
    .superRefine(({ decision, comment }, context) => {
      if (isConfirmation(kind, decision) || comment) return;
      context.addIssue({ code: "custom", path: ["comment"], message: "reviews:commentRequired" });
    });

const mostLeaders = 20;

/**
 * Another officer than the one who decided says what they would have decided, before they see it; the same decision is
 * agreement. Where the two differ, leadership and the first officer are told.
 */
export async function judgeRecheck(
  { id, decision, comment }: { id: string; decision: ReviewDecision; comment: string },
  actor: Actor,
  acting: Acting,
): Promise<Result<{ agrees: boolean }, "notFound" | "stale" | "ownEnterprise" | "ownProposal">> {
  if (!may(actor.role, "review.work")) return refuse("notFound");
  return inTransaction(acting, async (tx) => {
    const found = await tx.prisma.recheck.findUnique({
      where: { id },
      select: { review: { select: { enterpriseId: true, decidedById: true, decision: true, label: true } } },
    });
    if (!found) return refuse("notFound" as const);
    const { review } = found;
    if (review.decidedById === actor.accountId) return refuse("ownProposal" as const);
    if (await isPartyTo(tx, actor.accountId, review.enterpriseId)) return refuse("ownEnterprise" as const);
    const agrees = review.decision === decision;
    const { count } = await tx.prisma.recheck.updateMany({
      where: { id, judgedAt: null },
      data: { judgedById: actor.accountId, judgedAt: tx.now, decision, agrees, comment },
    });
    if (count === 0) return refuse("stale" as const);
    tx.record({
      event: "recheck.judged",
      subject: { kind: "recheck", id },
      enterpriseId: review.enterpriseId,
      data: { after: { decision, agrees } },
    });
    if (!agrees) await tellOfDisagreement(tx, id, { ...review, second: decision, comment });
    return accept({ agrees });
  });
}

async function tellOfDisagreement(
  tx: Transaction,
  id: string,
  said: {
    label: string;
    decision: string | null;
    decidedById: string | null;
    second: ReviewDecision;
    comment: string;
  },
): Promise<void> {
  const leaders = await tx.prisma.account.findMany({
    where: { role: "leader", disabledAt: null },
    select: { id: true },
    take: mostLeaders,
  });
  const concerned = [...leaders.map((leader) => leader.id), ...(said.decidedById ? [said.decidedById] : [])];
  await notify(tx, await accountsToTell(tx, concerned), {
    event: "recheck.judged",
    path: `/tham-dinh/kiem-tra-lai/${id}`,
    words: (t, { name }) => {
      const first = said.decision && isDecision(said.decision) ? t(`reviews:decision.${said.decision}`) : "";
      const second = t(`reviews:decision.${said.second}`);
      return {
        subject: t("reviews:recheck.mail.subject", { label: said.label }),
        paragraphs: [
          t("reviews:recheck.mail.greeting", { name }),
          t("reviews:recheck.mail.text", { label: said.label, first, second }),
          said.comment,
        ].filter(Boolean),
        action: t("reviews:recheck.mail.open"),
      };
    },
  });
}
