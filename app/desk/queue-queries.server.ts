import { type Day, dayOf } from "~/platform/day";
import { row, rows } from "~/platform/db/client.server";
import { mostCounted } from "~/reviews/capped-count";
import { queueConditions, queueOrderSql, queueValues } from "~/reviews/queue-conditions.server";
import type { QueueFilter, QueueOrder } from "~/reviews/queue-filter";
import type { ReviewSubject } from "~/reviews/review";

export interface QueueRow {
  id: string;
  kind: ReviewSubject;
  subjectId: string;
  label: string;
  schemeVi: string | null;
  schemeEn: string | null;
  enterpriseName: string;
  area: string | null;
  risk: number;
  openedOn: Day;
  openedAt: Date;
  dueOn: Day;
  /** Who holds it now; null when it is free. */
  heldByName: string | null;
  isMine: boolean;
  /** Of an enterprise of the officer's own, or proposed by them. */
  isBarred: boolean;
}

/**
 * One page of the open reviews as filtered, with what an officer needs to choose, and how many there are in all, counted
 * no further than `countedTo` where that is given.
 */
export async function listQueue(
  { filter, order }: { filter: QueueFilter; order: QueueOrder },
  { officerId, now }: { officerId: string; now: Date },
  page: { limit: number; offset: number },
  countedTo: number | null = null,
): Promise<{ rows: QueueRow[]; total: number }> {
  const values = queueValues(filter, dayOf(now));
  const [found, count] = await Promise.all([
    rows<QueueRow>(
      `WITH page AS MATERIALIZED (
          SELECT r.* FROM reviews r WHERE ${queueConditions} ORDER BY ${queueOrderSql[order]} LIMIT $12 OFFSET $13)
        SELECT r.id, r.subject_kind AS kind, r.subject_id AS "subjectId", r.label,
          s.name_vi AS "schemeVi", s.name_en AS "schemeEn", e.name AS "enterpriseName", a.name AS area, r.risk,
          vietnam_day(r.opened_at) AS "openedOn", r.opened_at AS "openedAt", r.due_on AS "dueOn",
          CASE WHEN r.status = 'claimed' AND r.lease_until > $10 THEN who.name END AS "heldByName",
          r.status = 'claimed' AND r.claimed_by_id = $11 AS "isMine",
          r.barred_id IS NOT DISTINCT FROM $11
            OR EXISTS (SELECT FROM parties m WHERE m.enterprise_id = r.enterprise_id AND m.account_id = $11) AS "isBarred"
        FROM page r
        JOIN enterprises e ON e.id = r.enterprise_id
        LEFT JOIN areas a ON a.id = r.area_id
        LEFT JOIN schemes s ON s.id = r.scheme_id
        LEFT JOIN accounts who ON who.id = r.claimed_by_id
        ORDER BY ${queueOrderSql[order]}`,
      [...values, now, officerId, page.limit, page.offset],
    ),
    row<{ total: number }>(
      `SELECT count(*) AS total FROM (SELECT FROM reviews r WHERE ${queueConditions} LIMIT $10::bigint) counted`,
      [...values, countedTo],
    ),
  ]);
  return { rows: found, total: count?.total ?? 0 };
}

// Counts no further than one beyond what is shown.
const counted = (condition: string): string =>
  `(SELECT count(*) FROM (SELECT FROM reviews WHERE ${condition} LIMIT ${mostCounted + 1}) counted)`;

/** How many reviews are open, overdue on a day, and held by an officer, each counted no further than one beyond `mostCounted`. */
export async function countQueue(
  officerId: string,
  today: Day,
): Promise<{ all: number; overdue: number; mine: number }> {
  const found = await row<{ all: number; overdue: number; mine: number }>(
    `SELECT ${counted("status IN ('waiting', 'claimed')")} AS all,
      ${counted("status IN ('waiting', 'claimed') AND due_on < $2")} AS overdue,
      ${counted("status = 'claimed' AND claimed_by_id = $1")} AS mine`,
    [officerId, today],
  );
  return found ?? { all: 0, overdue: 0, mine: 0 };
}
