import { row } from "~/platform/db/client.server";
import { mostCounted } from "./capped-count";
import type { SaidReason } from "./reason";
import type { ReviewStatus, ReviewSubject } from "./review";
import { saidReasons } from "./said-reasons.server";

/** How many reviews wait for an officer or lie on one's desk, counted no further than one beyond `mostCounted`. */
export async function countWaiting(): Promise<number> {
  const found = await row<{ count: number }>(
    `SELECT count(*) AS count FROM (SELECT FROM reviews WHERE status IN ('waiting', 'claimed') LIMIT ${mostCounted + 1}) counted`,
  );
  return found?.count ?? 0;
}

export interface LatestReview {
  id: string;
  status: ReviewStatus;
  openedAt: Date;
  claimedById: string | null;
  claimedAt: Date | null;
  leaseUntil: Date | null;
  barredId: string | null;
  claimedByName: string | null;
  decidedAt: Date | null;
  decidedByName: string | null;
  decision: string | null;
  note: string;
  reasons: SaidReason[];
}

/** The newest review of a subject with its reasons, or undefined when it was never reviewed. */
export async function findLatestReview(kind: ReviewSubject, subjectId: string): Promise<LatestReview | undefined> {
  return row<LatestReview>(
    `SELECT r.id, r.status, r.opened_at AS "openedAt", r.claimed_by_id AS "claimedById", r.claimed_at AS "claimedAt", r.lease_until AS "leaseUntil", r.barred_id AS "barredId",
        c.name AS "claimedByName", r.decided_at AS "decidedAt", d.name AS "decidedByName", r.decision, r.note,
        ${saidReasons} AS reasons
      FROM reviews r
      LEFT JOIN accounts c ON c.id = r.claimed_by_id
      LEFT JOIN accounts d ON d.id = r.decided_by_id
      WHERE r.subject_kind = $1 AND r.subject_id = $2
      ORDER BY r.opened_at DESC, r.id DESC LIMIT 1`,
    [kind, subjectId],
  );
}

/** Who holds a review: no name when nobody does or it is closed, undefined when there is no such review. */
export function findHolder(reviewId: string): Promise<{ name: string | null } | undefined> {
  return row<{ name: string | null }>(
    `SELECT CASE WHEN r.status = 'claimed' THEN a.name END AS name
      FROM reviews r LEFT JOIN accounts a ON a.id = r.claimed_by_id WHERE r.id = $1`,
    [reviewId],
  );
}

/** The enterprise of a subject that was ever put up for review. */
export async function findReviewedEnterprise(kind: ReviewSubject, subjectId: string): Promise<string | undefined> {
  const found = await row<{ enterpriseId: string }>(
    `SELECT enterprise_id AS "enterpriseId" FROM reviews WHERE subject_kind = $1 AND subject_id = $2 LIMIT 1`,
    [kind, subjectId],
  );
  return found?.enterpriseId;
}
