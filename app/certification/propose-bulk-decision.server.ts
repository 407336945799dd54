import { may } from "~/accounts/access";
import type { Actor } from "~/accounts/session.server";
import { dayOf } from "~/platform/day";
import { row } from "~/platform/db/client.server";
import { type Acting, inTransaction, isUniqueViolation, type Transaction } from "~/platform/db/transaction.server";
import type { PreparedFile } from "~/platform/files/store.server";
import { accept, type Result, refuse } from "~/platform/result";
import { queueConditions, queueValues } from "~/reviews/queue-conditions.server";
import type { QueueFilter } from "~/reviews/queue-filter";
import { findCandidates } from "./bulk-candidates.server";
import { type DecisionDocument, type Exclusion, misfitOf } from "./bulk-decision";
import { lockCertificates } from "./decide-certificate.server";
import { findRecognition, type RecognitionWords, recordRecognition, storePaper } from "./recognition.server";

/** Of one document: more than any decision so far recognised at once, and few enough to look through. */
export const mostInBulk = 2000;

export interface NewBulkDecision {
  id: string;
  document: RecognitionWords & { schemeId: string; awards: readonly string[] };
  paper: PreparedFile | undefined;
  filter: QueueFilter;
  /** The filter as it stands in the queue's address. */
  query: string;
}

export type ProposeBulkRefusal = "notFound" | "paper.missing" | "awards.unknown" | "nothingMatches" | "tooManyMatch";

type Proposed = Result<{ id: string }, ProposeBulkRefusal>;

/**
 * An officer puts together what one signed document decides: the certificates that match the filter now, at the version
 * that they have now, and why some of them are excluded. Nothing is decided before the officer has seen the list. Sent
 * twice with one id it is one.
 */
export async function proposeBulkDecision(input: NewBulkDecision, actor: Actor, acting: Acting): Promise<Proposed> {
  if (!may(actor.role, "certificate.decide", false)) return refuse("notFound");
  try {
    return await inTransaction(acting, (tx) => propose(tx, input, actor));
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    const { id } = input;
    const same = await row("SELECT FROM bulk_decisions WHERE id = $1 AND officer_id = $2", [id, actor.accountId]);
    return same ? accept({ id }) : refuse("notFound");
  }
}

async function propose(tx: Transaction, input: NewBulkDecision, actor: Actor): Promise<Proposed> {
  const { id, paper, filter, query } = input;
  const { schemeId, awards, ...words } = input.document;
  const scheme = await tx.prisma.scheme.findUnique({
    where: { id: schemeId },
    select: { levels: true, validityMonths: true },
  });
  if (!scheme) return refuse("notFound");
  const fits = scheme.levels.length === 0 ? awards.length === 0 : awards.length > 0;
  if (!fits || awards.some((level) => !scheme.levels.includes(level))) return refuse("awards.unknown");
  const known = await findRecognition(tx, words);
  if (!known && !paper) return refuse("paper.missing");
  const paperId = known || !paper ? null : await storePaper(tx, paper, actor.accountId);
  const recognition = known ?? (await recordRecognition(tx, words, paperId, actor.accountId));

  const matching = await tx.prisma.$queryRawUnsafe<{ id: string }[]>(
    `SELECT r.subject_id AS id FROM reviews r WHERE ${queueConditions}
      ORDER BY r.enterprise_id, r.opened_at, r.id LIMIT ${mostInBulk + 1}`,
    ...queueValues({ ...filter, kind: "certificate", schemeId }, dayOf(tx.now)),
  );
  if (matching.length === 0) return refuse("nothingMatches");
  if (matching.length > mostInBulk) return refuse("tooManyMatch");
  const items = await judgeAll(
    tx,
    matching.map((one) => one.id),
    { ...words, ...scheme, awards },
    actor,
  );

  await tx.prisma.bulkDecision.create({
    data: {
      id,
      recognitionId: recognition.id,
      schemeId,
      levels: [...awards],
      officerId: actor.accountId,
      query,
      createdAt: tx.now,
    },
  });
  await tx.prisma.$executeRaw`
    INSERT INTO bulk_decision_items (bulk_decision_id, certificate_id, position, enterprise_id, version, status, reason)
    SELECT ${id}::uuid, i."certificateId", i.position, i."enterpriseId", i.version,
      CASE WHEN i.reason IS NULL THEN 'chosen' ELSE 'excluded' END, i.reason
    FROM jsonb_to_recordset(${JSON.stringify(items)}::jsonb)
      AS i("certificateId" uuid, position int, "enterpriseId" uuid, version int, reason text)`;
  const excluded = items.filter(({ reason }) => reason !== null).length;
  const after = { schemeId, awards, query, chosen: items.length - excluded, excluded };
  tx.record({
    event: "bulk-decision.proposed",
    subject: { kind: "bulk-decision", id },
    data: { after, decision: recognition },
  });
  return accept({ id });
}

interface JudgedItem {
  certificateId: string;
  position: number;
  enterpriseId: string;
  version: number;
  reason: Exclusion | null;
}

/** Of each certificate that matches, whether the document can decide on it, by the rules of a single decision first. */
async function judgeAll(
  tx: Transaction,
  ids: readonly string[],
  document: DecisionDocument,
  actor: Actor,
): Promise<JudgedItem[]> {
  const today = dayOf(tx.now);
  const candidates = await findCandidates(tx, ids, { today, suspect: "marked" });
  const locked = await lockCertificates(tx, candidates, "verify", actor, { takes: true });
  return candidates.map((candidate, position) => {
    const { certificateId, enterpriseId, version } = candidate;
    const decidable = locked.get(certificateId);
    const reason = decidable && !decidable.ok ? decidable.code : misfitOf(candidate, document, today);
    return { certificateId, position, enterpriseId, version, reason };
  });
}
