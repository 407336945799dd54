import { z } from "zod";
import { isRole, may, type Role } from "~/accounts/access";
import { dayOf } from "~/platform/day";
import { row, rows } from "~/platform/db/client.server";
import { inTransaction, type Transaction } from "~/platform/db/transaction.server";
import { defineTask } from "~/platform/jobs/task.server";
import { accept, type Result, refuse } from "~/platform/result";
import { findCandidates } from "./bulk-candidates.server";
import { type DecisionDocument, type Exclusion, misfitOf } from "./bulk-decision";
import { enqueueBulkDecision } from "./change-bulk-decision.server";
import { type Decidable, decideCertificates, lockCertificates } from "./decide-certificate.server";
import type { RecordedRecognition } from "./recognition.server";
import { type BulkOutcome, tellOfBulkDecision } from "./tell-of-bulk-decision.server";
import { tellOfCertificates } from "./tell-of-certificate.server";

// Enough to spread the cost of a transaction, few enough that a pause answers within a second or two.
export const certificatesPerBatch = 100;
const silentSeconds = 60;

const verify = { decision: "verify", note: "", reasons: [] } as const;

interface RunAtWork {
  id: string;
  officer: { accountId: string; role: Role };
  document: DecisionDocument;
  recognition: RecordedRecognition;
}

interface NextItem {
  certificateId: string;
  version: number;
  enterpriseId: string;
}

interface Settled {
  certificateId: string;
  reason: Exclusion | null;
}

/**
 * Decides on what a bulk decision chose, batch by batch. Each batch commits its decisions, their journal entries, the fate
 * of its items and what its owners are told in one transaction that holds the run: two workers take turns, and a killed one
 * leaves nothing half done.
 */
export const runBulkDecision = defineTask(
  z.object({ bulkDecisionId: z.uuid() }),
  async ({ bulkDecisionId }, { lastAttempt, signal }) => {
    try {
      while ((await decideBatch(bulkDecisionId, new Date())) === "more") signal.throwIfAborted();
    } catch (error) {
      if (lastAttempt && !signal.aborted) await failRun(bulkDecisionId, new Date());
      throw error;
    }
  },
);

/** Brings runs whose process was killed back to work: nothing was committed for a while, and no job waits for its turn. */
export const resumeBulkDecisions = defineTask(z.object({}), async () => {
  const left = await rows<{ id: string }>(
    `SELECT d.id FROM bulk_decisions d
      WHERE d.status = 'running' AND d.progressed_at < now() - make_interval(secs => ${silentSeconds})
        AND NOT EXISTS (SELECT FROM graphile_worker.jobs j WHERE j.key = 'bulk-decision:' || d.id AND j.locked_at IS NULL)
      ORDER BY d.progressed_at LIMIT 100`,
  );
  await inTransaction({ actorId: null, requestId: null, now: new Date() }, async (tx) => {
    for (const { id } of left) enqueueBulkDecision(tx, id);
    return accept(null);
  });
});

async function decideBatch(id: string, now: Date): Promise<"more" | "done"> {
  const run = await findRun(id);
  if (!run) return "done";
  if (!may(run.officer.role, "certificate.decide", false)) {
    await failRun(id, now);
    return "done";
  }
  const acting = { actorId: run.officer.accountId, requestId: null, now };
  const step = await inTransaction(acting, async (tx): Promise<Result<"more" | "done", "gone">> => {
    if (!(await holdRun(tx, id))) return refuse("gone");
    const items = await nextItems(tx, id);
    const { settled, decided } = await decideItems(tx, run, items);
    await settleItems(tx, id, settled);
    await tellOfCertificates(
      tx,
      "certificate.verified",
      decided.map((one) => one.id),
      { ...verify, document: run.recognition },
    );
    if (items.length >= certificatesPerBatch) return accept("more");
    await finish(tx, id, "finish");
    return accept("done");
  });
  return step.ok ? step.value : "done";
}

/** Of each item, whether it was decided on or why not: the rule of a single decision first, then whether the document fits it. */
async function decideItems(
  tx: Transaction,
  { id, officer, document, recognition }: RunAtWork,
  items: readonly NextItem[],
): Promise<{ settled: Settled[]; decided: Decidable[] }> {
  const today = dayOf(tx.now);
  const locked = await lockCertificates(tx, items, verify.decision, officer, { takes: true });
  const candidates = await findCandidates(
    tx,
    items.map(({ certificateId }) => certificateId),
    { today, suspect: "all" },
  );
  const misfits = new Map(candidates.map((one) => [one.certificateId, misfitOf(one, document, today)]));
  const decided: Decidable[] = [];
  const settled = items.map(({ certificateId }): Settled => {
    const decidable = locked.get(certificateId) ?? refuse("notFound");
    if (!decidable.ok) return { certificateId, reason: decidable.code };
    const reason = misfits.get(certificateId) ?? null;
    if (reason === null) decided.push(decidable.value);
    return { certificateId, reason };
  });
  const done = await decideCertificates(tx, decided, verify, officer, { bulkDecisionId: id, recognition });
  if (!done.ok) throw new Error(`the decisions of ${id} were refused: ${done.code}`);
  return { settled, decided };
}

/** The run as it stands, with the officer's role of now: none for an account that is disabled. */
async function findRun(id: string): Promise<RunAtWork | undefined> {
  const found = await row<{
    officerId: string;
    role: string;
    awards: string[];
    levels: string[];
    validityMonths: number | null;
    recognition: RecordedRecognition;
  }>(
    `SELECT d.officer_id AS "officerId", CASE WHEN a.disabled_at IS NULL THEN a.role ELSE '' END AS role,
        d.levels AS awards, s.levels, s.validity_months AS "validityMonths",
        json_build_object('id', r.id, 'number', r.number, 'day', r.decided_on, 'issuer', r.issuer, 'paperId', r.paper_id) AS recognition
      FROM bulk_decisions d JOIN accounts a ON a.id = d.officer_id JOIN schemes s ON s.id = d.scheme_id
        JOIN recognitions r ON r.id = d.recognition_id
      WHERE d.id = $1 AND d.status = 'running'`,
    [id],
  );
  if (!found) return undefined;
  const { officerId, role, awards, levels, validityMonths, recognition } = found;
  const { number, day } = recognition;
  return {
    id,
    // An owner may decide on nothing: that is what is left of an account that was disabled.
    officer: { accountId: officerId, role: isRole(role) ? role : "owner" },
    document: { number, day, awards, levels, validityMonths },
    recognition,
  };
}

const holdRun = async (tx: Transaction, id: string): Promise<boolean> =>
  (
    await tx.prisma.$queryRaw<unknown[]>`
      SELECT 1 FROM bulk_decisions WHERE id = ${id}::uuid AND status = 'running' FOR UPDATE`
  ).length > 0;

/** The next items in their order, with all of the last one's enterprise: its members are told once. */
const nextItems = (tx: Transaction, id: string): Promise<NextItem[]> => tx.prisma.$queryRaw<NextItem[]>`
  WITH next AS (
    SELECT position, enterprise_id FROM bulk_decision_items
    WHERE bulk_decision_id = ${id}::uuid AND status = 'chosen' ORDER BY position LIMIT ${certificatesPerBatch}),
  last AS (SELECT position, enterprise_id FROM next ORDER BY position DESC LIMIT 1)
  SELECT i.certificate_id AS "certificateId", i.version, i.enterprise_id AS "enterpriseId"
  FROM bulk_decision_items i JOIN last ON i.position <= last.position OR i.enterprise_id = last.enterprise_id
  WHERE i.bulk_decision_id = ${id}::uuid AND i.status = 'chosen' ORDER BY i.position`;

async function settleItems(tx: Transaction, id: string, settled: readonly Settled[]): Promise<void> {
  await tx.prisma.$executeRaw`
    UPDATE bulk_decision_items i SET status = CASE WHEN s.reason IS NULL THEN 'verified' ELSE 'skipped' END, reason = s.reason
    FROM jsonb_to_recordset(${JSON.stringify(settled)}::jsonb) AS s("certificateId" uuid, reason text)
    WHERE i.bulk_decision_id = ${id}::uuid AND i.certificate_id = s."certificateId"`;
  await tx.prisma.bulkDecision.update({ where: { id }, data: { progressedAt: new Date() } });
}

/** Ends a run that cannot go on. What it decided stays; the rest is as it was. */
async function failRun(id: string, now: Date): Promise<void> {
  await inTransaction({ actorId: null, requestId: null, now }, async (tx) => {
    if (!(await holdRun(tx, id))) return refuse("gone");
    await finish(tx, id, "fail");
    return accept(null);
  });
}

async function finish(tx: Transaction, id: string, action: "finish" | "fail"): Promise<void> {
  const { officerId } = await tx.prisma.bulkDecision.update({
    where: { id },
    data: { status: action === "finish" ? "finished" : "failed", finishedAt: tx.now, version: { increment: 1 } },
    select: { officerId: true },
  });
  const counted = await tx.prisma.bulkDecisionItem.groupBy({
    by: ["status"],
    where: { bulkDecisionId: id },
    _count: true,
  });
  const count = (status: string) => counted.find((one) => one.status === status)?._count ?? 0;
  const outcome: BulkOutcome = { verified: count("verified"), skipped: count("skipped"), left: count("chosen") };
  const event = action === "finish" ? "bulk-decision.finished" : "bulk-decision.failed";
  tx.record({ event, subject: { kind: "bulk-decision", id }, data: { after: outcome } });
  await tellOfBulkDecision(tx, { id, officerId, event }, outcome);
}
