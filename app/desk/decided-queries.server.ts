import { type Day, startOfDay } from "~/platform/day";
import { row, rows } from "~/platform/db/client.server";
import type { DecidedFilter } from "~/reviews/decided-address";
import type { ReviewSubject } from "~/reviews/review";

export interface DecidedRow {
  id: string;
  kind: ReviewSubject;
  subjectId: string;
  label: string;
  enterpriseName: string;
  decision: string;
  decidedOn: Day;
  dueOn: Day;
  isInTime: boolean;
  /** Null for those who may not see who did what. */
  decidedByName: string | null;
}

const conditions = `r.status = 'decided' AND r.decided_at >= $1
  AND ($2::text IS NULL OR r.subject_kind = $2)
  AND ($3::uuid IS NULL OR r.scheme_id = $3)
  AND (NOT $4::boolean OR r.scheme_id IS NULL)
  AND ($5::uuid IS NULL OR EXISTS (SELECT FROM review_reasons q
    JOIN reasons w ON w.id = $5 AND w.subject_kind = r.subject_kind AND w.code = q.reason WHERE q.review_id = r.id))
  AND ($6::uuid IS NULL OR r.decided_by_id = $6)
  AND (NOT $7::boolean OR vietnam_day(r.decided_at) <= r.due_on)`;

const valuesOf = (filter: DecidedFilter): unknown[] => [
  startOfDay(filter.since),
  filter.kind,
  filter.schemeId,
  filter.withoutScheme,
  filter.reasonId,
  filter.officerId,
  filter.inTime,
];

/** One page of the decided reviews as filtered, the latest first, and how many there are in all. */
export async function listDecided(
  filter: DecidedFilter,
  { showsNames }: { showsNames: boolean },
  page: { limit: number; offset: number },
): Promise<{ rows: DecidedRow[]; total: number }> {
  const values = valuesOf(filter);
  const [found, count] = await Promise.all([
    rows<DecidedRow>(
      `SELECT r.id, r.subject_kind AS kind, r.subject_id AS "subjectId", r.label, e.name AS "enterpriseName", r.decision,
          vietnam_day(r.decided_at) AS "decidedOn", r.due_on AS "dueOn", vietnam_day(r.decided_at) <= r.due_on AS "isInTime",
          CASE WHEN $8::boolean THEN a.name END AS "decidedByName"
        FROM reviews r JOIN enterprises e ON e.id = r.enterprise_id LEFT JOIN accounts a ON a.id = r.decided_by_id
        WHERE ${conditions} ORDER BY r.decided_at DESC, r.id DESC LIMIT $9 OFFSET $10`,
      [...values, showsNames, page.limit, page.offset],
    ),
    row<{ total: number }>(`SELECT count(*) AS total FROM reviews r WHERE ${conditions}`, values),
  ]);
  return { rows: found, total: count?.total ?? 0 };
}
