import { may } from "~/accounts/access";
import { membersToTell, notify } from "~/accounts/notify.server";
import type { Actor } from "~/accounts/session.server";
import { type Acting, inTransaction, type Transaction } from "~/platform/db/transaction.server";
import type { Translate } from "~/platform/i18n";
import { accept, type Result, refuse } from "~/platform/result";
import { type Decision, decideReview } from "./decide-review.server";
import {
  type ChangeOutcome,
  type ChangeStatus,
  type ChangeSubject,
  type Facts,
  nextChangeStatus,
} from "./proposed-change";
import { reasonText } from "./reason";
import { wordReasons } from "./reason-queries.server";

export type ChangeDecision = Decision & { decision: ChangeOutcome };

export interface ApplicableChange {
  changeId: string;
  subjectId: string;
  enterpriseId: string;
  baseVersion: number;
  before: Facts;
  after: Facts;
  proposedById: string;
}

/** What a capability brings so that changes of its subjects can be decided. */
export interface ChangeKind {
  /**
   * Writes the change to its subject, only to the version that it was proposed on, and journals it as the subject's own,
   * with `changeId` and `proposedById` beside before and after.
   */
  apply(tx: Transaction, change: ApplicableChange): Promise<Result<true>>;
  /** Where members of the enterprise see the subject. */
  path(enterpriseId: string, subjectId: string): string;
  /** What a field is called. */
  fieldWords(t: Translate, field: string): string;
  /** The refusal that a constraint of the database means, where a write of this kind met one. */
  refusalOf(error: unknown): string | undefined;
}

export type ChangeKinds = Readonly<Record<ChangeSubject, ChangeKind>>;

const events = { apply: "change.applied", return: "change.returned", refuse: "change.refused" } as const;

/**
 * An officer decides on a proposed change that they hold. Accepting applies it in the same transaction: guarded by the
 * change's version against an owner who replaced or withdrew it, by its base version against a subject that moved on, by
 * the claim against a second officer.
 */
export async function decideChange(
  { changeId, version, decision }: { changeId: string; version: number; decision: ChangeDecision },
  kinds: ChangeKinds,
  actor: Actor,
  acting: Acting,
): Promise<Result<true>> {
  if (!may(actor.role, "change.decide", false)) return refuse("notFound");
  try {
    return await decide({ changeId, version, decision }, kinds, actor, acting);
  } catch (error) {
    const code = Object.values(kinds).flatMap((kind) => kind.refusalOf(error) ?? [])[0];
    if (code === undefined) throw error;
    return refuse(code);
  }
}

type Deciding = Parameters<typeof decideChange>;

async function decide(
  { changeId, version, decision }: Deciding[0],
  kinds: ChangeKinds,
  actor: Actor,
  acting: Acting,
): Promise<Result<true>> {
  return inTransaction(acting, async (tx): Promise<Result<true>> => {
    // The change before its review, as an owner's withdrawal locks them.
    await tx.prisma.$queryRaw`SELECT FROM proposed_changes WHERE id = ${changeId}::uuid FOR UPDATE`;
    const change = await tx.prisma.proposedChange.findUnique({ where: { id: changeId } });
    if (!change) return refuse("notFound");
    const review = await decideReview(tx, { kind: "change", id: changeId }, decision, actor);
    if (!review.ok) return review;
    const next = nextChangeStatus(change.status as ChangeStatus, decision.decision, "officer");
    if (!next.ok) return next;
    const { count } = await tx.prisma.proposedChange.updateMany({
      where: { id: changeId, version, status: change.status },
      data: { status: next.value, decidedById: actor.accountId, decidedAt: tx.now, version: { increment: 1 } },
    });
    if (count === 0) return refuse("stale");
    const kind = kinds[change.subjectKind as ChangeSubject];
    const { subjectId, enterpriseId, label } = change;
    const facts = { before: change.before as Facts, after: change.after as Facts };
    tx.record({
      event: events[decision.decision],
      subject: { kind: "change", id: changeId },
      enterpriseId,
      data: {
        of: { kind: change.subjectKind, id: subjectId },
        reviewId: review.value.reviewId,
        ...facts,
        reasons: decision.reasons,
        note: decision.note,
      },
    });
    if (decision.decision === "apply") {
      const applied = await kind.apply(tx, { ...change, ...facts, changeId });
      if (!applied.ok) return applied;
    }
    await tell(tx, decision, { label, enterpriseId, path: kind.path(enterpriseId, subjectId) }, kind);
    return accept(true);
  });
}

async function tell(
  tx: Transaction,
  { decision, reasons, note }: ChangeDecision,
  { label, enterpriseId, path }: { label: string; enterpriseId: string; path: string },
  kind: ChangeKind,
): Promise<void> {
  const said = await wordReasons(tx, "change", reasons);
  await notify(tx, await membersToTell(tx, enterpriseId), {
    event: events[decision],
    enterpriseId,
    path,
    words: (t, { name, language }) => ({
      subject: t(`reviews:change.mail.${decision}.subject`, { label }),
      paragraphs: [
        t("reviews:change.mail.greeting", { name }),
        t(`reviews:change.mail.${decision}.text`, { label }),
        ...said.map((reason) => `${kind.fieldWords(t, reason.field)}: ${reasonText(reason, language)}`),
        note,
      ].filter(Boolean),
      action: t("reviews:change.mail.open"),
    }),
  });
}
