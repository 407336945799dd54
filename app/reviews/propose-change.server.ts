import type { Transaction } from "~/platform/db/transaction.server";
import { isUniqueViolation } from "~/platform/db/transaction.server";
import { accept, type Result, refuse } from "~/platform/result";
import { openReview } from "./open-review.server";
import {
  type ChangeStatus,
  type ChangeSubject,
  diffOf,
  type Facts,
  type FieldChange,
  isSame,
  nextChangeStatus,
} from "./proposed-change";

export interface ChangedSubject {
  kind: ChangeSubject;
  id: string;
  enterpriseId: string;
  /** The version that the proposal was made from. */
  version: number;
  label: string;
  schemeId?: string;
}

export interface Proposal {
  before: Facts;
  after: Facts;
  note: string;
  /** The version of the live change that the form showed, which it replaces; null where it showed none. */
  replaces: number | null;
}

export type ProposeRefusal = "change.nothing" | "change.alreadyOpen" | "stale";

interface Live {
  id: string;
  status: ChangeStatus;
  version: number;
  baseVersion: number;
  after: Facts;
  note: string;
}

/** The change of a subject that is still open or returned, its row locked until the transaction ends. */
export async function lockLiveChange(
  tx: Transaction,
  { kind, id }: { kind: ChangeSubject; id: string },
): Promise<Live | undefined> {
  const [live] = await tx.prisma.$queryRaw<Live[]>`
    SELECT id, status, version, base_version AS "baseVersion", after, note FROM proposed_changes
    WHERE subject_kind = ${kind} AND subject_id = ${id}::uuid AND status IN ('open', 'returned') FOR UPDATE`;
  return live;
}

/**
 * Puts what a member would have changed before an officer, inside the transaction of the subject's own use case, which
 * has asked who acts. The subject itself stays as it is. A proposal replaces the one that its form showed, in its place
 * in the queue; where another is open meanwhile it is refused.
 */
export async function proposeChange(
  tx: Transaction,
  subject: ChangedSubject,
  { before, after, note, replaces }: Proposal,
  proposedById: string,
): Promise<Result<{ changeId: string }, ProposeRefusal>> {
  const changes = diffOf(before, after);
  if (changes.length === 0) return refuse("change.nothing");
  const live = await lockLiveChange(tx, subject);
  if (live && live.version !== replaces && isTwin(live, { changes, note, baseVersion: subject.version })) {
    return accept({ changeId: live.id });
  }
  if (live && replaces === null) return refuse("change.alreadyOpen");
  if ((live?.version ?? null) !== replaces) return refuse("stale");
  const columns = {
    baseVersion: subject.version,
    label: subject.label.slice(0, 300),
    before: json(Object.fromEntries(changes.map(({ field, before: was }) => [field, was ?? null]))),
    after: json(Object.fromEntries(changes.map(({ field, after: next }) => [field, next]))),
    note,
    proposedById,
    proposedAt: tx.now,
  };
  const changeId = live ? await revise(tx, live, columns) : await create(tx, subject, columns);
  if (live?.status !== "open") {
    const queued = { label: columns.label, ...(subject.schemeId && { schemeId: subject.schemeId }) };
    await openReview(tx, { kind: "change", id: changeId, enterpriseId: subject.enterpriseId }, queued);
  }
  tx.record({
    event: "change.proposed",
    subject: { kind: "change", id: changeId },
    enterpriseId: subject.enterpriseId,
    data: { of: { kind: subject.kind, id: subject.id }, before: columns.before, after: columns.after, note },
  });
  return accept({ changeId });
}

/** Whether what lies before an officer is this very proposal: the same form, sent twice. */
function isTwin(live: Live, sent: { changes: readonly FieldChange[]; note: string; baseVersion: number }): boolean {
  const after = Object.fromEntries(sent.changes.map((change) => [change.field, change.after]));
  return (
    live.status === "open" &&
    live.baseVersion === sent.baseVersion &&
    live.note === sent.note &&
    isSame(live.after, after)
  );
}

type Json = Record<string, string>;
// Facts are plain JSON by their type's word; the column takes them as they are.
const json = (facts: Record<string, unknown>): Json => facts as Json;

interface Columns {
  baseVersion: number;
  label: string;
  before: Json;
  after: Json;
  note: string;
  proposedById: string;
  proposedAt: Date;
}

async function create(tx: Transaction, { kind, id, enterpriseId }: ChangedSubject, columns: Columns): Promise<string> {
  const created = await tx.prisma.proposedChange.create({
    data: { subjectKind: kind, subjectId: id, enterpriseId, ...columns },
    select: { id: true },
  });
  return created.id;
}

async function revise(tx: Transaction, live: Live, columns: Columns): Promise<string> {
  const next = nextChangeStatus(live.status, "revise", "owner");
  await tx.prisma.proposedChange.update({
    where: { id: live.id },
    data: {
      ...columns,
      status: next.ok ? next.value : live.status,
      decidedById: null,
      decidedAt: null,
      version: { increment: 1 },
    },
  });
  return live.id;
}

/** Of two first proposals at the same moment one meets the other's row; it is answered again, now that the other is there. */
export async function asOneProposal<T, C extends string>(propose: () => Promise<Result<T, C>>): Promise<Result<T, C>> {
  try {
    return await propose();
  } catch (error) {
    if (isUniqueViolation(error, "proposed_changes_one_live")) return propose();
    throw error;
  }
}

/** Edits that touch nothing that is proposed leave the proposals standing, now on their subjects' new versions. */
export async function carryChanges(
  tx: Transaction,
  kind: ChangeSubject,
  edited: readonly { id: string; version: number }[],
): Promise<void> {
  if (edited.length === 0) return;
  await tx.prisma.$executeRaw`
    UPDATE proposed_changes c SET base_version = c.base_version + 1
    FROM jsonb_to_recordset(${JSON.stringify(edited)}::jsonb) AS r(id uuid, version int)
    WHERE c.subject_kind = ${kind} AND c.subject_id = r.id AND c.base_version = r.version
      AND c.status IN ('open', 'returned')`;
}
