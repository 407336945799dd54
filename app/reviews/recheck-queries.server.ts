import { row, rows } from "~/platform/db/client.server";
import type { ReviewSubject } from "./review";

export interface WaitingRecheck {
  id: string;
  kind: ReviewSubject;
  label: string;
  enterpriseName: string;
  drawnAt: Date;
}

// What an officer may judge: neither their own decision nor an enterprise of their own.
const judgeable = `c.judged_at IS NULL AND r.decided_by_id <> $1
  AND NOT EXISTS (SELECT FROM parties m WHERE m.enterprise_id = r.enterprise_id AND m.account_id = $1)`;

/** What waits for this officer to re-check, oldest first, without what was decided. */
export const listWaitingRechecks = (officerId: string): Promise<WaitingRecheck[]> =>
  rows<WaitingRecheck>(
    `SELECT c.id, r.subject_kind AS kind, r.label, e.name AS "enterpriseName", c.drawn_at AS "drawnAt"
      FROM rechecks c JOIN reviews r ON r.id = c.review_id JOIN enterprises e ON e.id = r.enterprise_id
      WHERE ${judgeable} ORDER BY c.drawn_at, c.id LIMIT 100`,
    [officerId],
  );

export interface Disagreement {
  id: string;
  label: string;
  first: string;
  firstBy: string | null;
  second: string;
  secondBy: string | null;
  comment: string;
  judgedAt: Date;
}

/** Where a second officer would have decided otherwise, newest first: for leadership, and for the officers concerned. */
export const listDisagreements = (concerning: string | null): Promise<Disagreement[]> =>
  rows<Disagreement>(
    `SELECT c.id, r.label, r.decision AS first, f.name AS "firstBy", c.decision AS second, s.name AS "secondBy", c.comment,
        c.judged_at AS "judgedAt"
      FROM rechecks c JOIN reviews r ON r.id = c.review_id
      LEFT JOIN accounts f ON f.id = r.decided_by_id LEFT JOIN accounts s ON s.id = c.judged_by_id
      WHERE c.agrees = false AND ($1::uuid IS NULL OR $1 IN (r.decided_by_id, c.judged_by_id))
      ORDER BY c.judged_at DESC, c.id LIMIT 100`,
    [concerning],
  );

export interface RecheckCase {
  id: string;
  kind: ReviewSubject;
  subjectId: string;
  label: string;
  enterpriseName: string;
  isJudged: boolean;
  mayJudge: boolean;
  first: string;
  decision: string | null;
  agrees: boolean | null;
  comment: string;
  /** The owner has sent it again since the decision, so it may not be what was decided on. */
  isSentAgain: boolean;
}

/**
 * A re-check as one may see it: officers who may judge it, those who decided or judged, and leadership; undefined for all
 * others. The page must not show `first` before it is judged.
 */
export async function findRecheck(id: string, accountId: string, isLeader: boolean): Promise<RecheckCase | undefined> {
  const found = await row<RecheckCase & { isConcerned: boolean }>(
    `SELECT c.id, r.subject_kind AS kind, r.subject_id AS "subjectId", r.label, e.name AS "enterpriseName", c.judged_at IS NOT NULL AS "isJudged", ${judgeable} AS "mayJudge",
        r.decision AS first, c.decision, c.agrees, c.comment,
        EXISTS (SELECT FROM reviews n WHERE n.subject_kind = r.subject_kind AND n.subject_id = r.subject_id
          AND n.opened_at > r.decided_at) AS "isSentAgain",
        c.judged_at IS NOT NULL AND $1 IN (r.decided_by_id, c.judged_by_id) AS "isConcerned"
      FROM rechecks c JOIN reviews r ON r.id = c.review_id JOIN enterprises e ON e.id = r.enterprise_id WHERE c.id = $2`,
    [accountId, id],
  );
  if (!found) return undefined;
  const { isConcerned, ...shown } = found;
  const maySee = isConcerned || (isLeader ? found.isJudged : found.mayJudge);
  return maySee ? shown : undefined;
}
