import { actsFor } from "~/accounts/membership.server";
import type { Actor } from "~/accounts/session.server";
import { type Acting, inTransaction, isUniqueViolation, type Transaction } from "~/platform/db/transaction.server";
import type { PreparedFile } from "~/platform/files/store.server";
import { accept, type Result, refuse } from "~/platform/result";
import { cancelReview, openReview } from "~/reviews/open-review.server";
import { type AnswerStatus, type ChecklistKind, nextAnswerStatus } from "./checklist";

export interface ChecklistInput {
  enterpriseId: string;
  itemId: string;
  action: "attest" | "withdraw" | "submit";
  /** The version of the answer that the form was made from; 0 where there was none. */
  version: number;
  note?: string;
  file?: PreparedFile | undefined;
}

export type AnswerRefusal = "notFound" | "notAllowed" | "stale" | "note.required";

const events = {
  attested: "checklist-answer.attested",
  withdrawn: "checklist-answer.withdrawn",
  submitted: "checklist-answer.submitted",
} as const satisfies Partial<Record<AnswerStatus, string>>;

/**
 * An owner answers one item: attests it, submits it to an officer with a note or a paper, or takes that back. What is
 * sent twice is answered as the same success.
 */
export async function answerChecklist(
  input: ChecklistInput,
  actor: Actor,
  acting: Acting,
): Promise<Result<AnswerStatus, AnswerRefusal>> {
  try {
    return await inTransaction(acting, (tx) => answer(tx, input, actor));
  } catch (error) {
    if (!isUniqueViolation(error, "enterprise_id")) throw error;
    return refuse("stale");
  }
}

async function answer(
  tx: Transaction,
  { enterpriseId, itemId, action, version, note = "", file }: ChecklistInput,
  actor: Actor,
): Promise<Result<AnswerStatus, AnswerRefusal>> {
  if (!(await actsFor(tx, actor.accountId, enterpriseId))) return refuse("notFound");
  const item = await tx.prisma.checklistItem.findFirst({
    where: { id: itemId, active: true },
    select: { kind: true, nameVi: true },
  });
  if (!item) return refuse("notFound");
  const before = await tx.prisma.checklistAnswer.findUnique({
    where: { enterpriseId_itemId: { enterpriseId, itemId } },
    select: { id: true, status: true, version: true, fileId: true, answeredById: true },
  });
  const status = (before?.status ?? null) as AnswerStatus | null;
  const kind = item.kind as ChecklistKind;
  const isRepeated = before?.version === version + 1 && before.answeredById === actor.accountId;
  if (isRepeated && status === steps[action]) return accept(status);
  if ((before?.version ?? 0) !== version) return refuse("stale");
  const next = nextAnswerStatus({ kind, status, by: "owner" }, action);
  if (!next.ok) return next;
  if (action === "submit" && !note && !file && !before?.fileId) return refuse("note.required");

  const fileId = file ? await keepPaper(tx, file, enterpriseId, actor) : (before?.fileId ?? null);
  const data = {
    status: next.value,
    note,
    fileId,
    answeredById: actor.accountId,
    answeredAt: tx.now,
    decidedById: null,
    decidedAt: null,
    decisionNote: "",
  };
  const id = await write(tx, { enterpriseId, itemId, data }, before);
  if (id === undefined) return refuse("stale");
  if (action === "submit") await openReview(tx, { kind: "checklist-answer", id, enterpriseId }, { label: item.nameVi });
  if (status === "submitted") await cancelReview(tx, { kind: "checklist-answer", id });
  tx.record({
    event: events[steps[action]],
    subject: { kind: "checklist-answer", id },
    enterpriseId,
    data: { itemId, before: { status }, after: { status: next.value, note, fileId } },
  });
  return accept(next.value);
}

const steps = { attest: "attested", withdraw: "withdrawn", submit: "submitted" } as const;

type AnswerData = {
  status: AnswerStatus;
  note: string;
  fileId: string | null;
  answeredById: string;
  answeredAt: Date;
  decidedById: null;
  decidedAt: null;
  decisionNote: string;
};

async function write(
  tx: Transaction,
  { enterpriseId, itemId, data }: { enterpriseId: string; itemId: string; data: AnswerData },
  before: { id: string; version: number; status: string } | null,
): Promise<string | undefined> {
  if (!before) {
    const created = await tx.prisma.checklistAnswer.create({
      data: { enterpriseId, itemId, ...data },
      select: { id: true },
    });
    return created.id;
  }
  const { count } = await tx.prisma.checklistAnswer.updateMany({
    where: { id: before.id, version: before.version, status: before.status },
    data: { ...data, version: { increment: 1 } },
  });
  return count === 0 ? undefined : before.id;
}

async function keepPaper(tx: Transaction, file: PreparedFile, enterpriseId: string, actor: Actor): Promise<string> {
  const { id } = await tx.prisma.storedFile.create({
    data: { ...file, purpose: "document", enterpriseId, uploadedById: actor.accountId, createdAt: tx.now },
    select: { id: true },
  });
  return id;
}
