import { addMonths, type Day, startOfDay } from "~/platform/day";
import { row, rows } from "~/platform/db/client.server";
import { type RecheckView, recheckViews } from "./recheck-view";
import type { ReviewSubject } from "./review";

// What an officer may judge: neither their own decision nor an enterprise of their own.
const judgeable = `c.judged_at IS NULL AND r.decided_by_id <> $1
  AND NOT EXISTS (SELECT FROM parties m WHERE m.enterprise_id = r.enterprise_id AND m.account_id = $1)`;

// $1 is the officer who asks, null for leadership; $2 the beginning of the last twelve months.
const judged = "c.judged_at >= $2::timestamptz AND ($1::uuid IS NULL OR $1 IN (r.decided_by_id, c.judged_by_id))";
const conditions: Readonly<Record<RecheckView, string>> = {
  "cho-kiem": `$2::timestamptz IS NOT NULL AND c.judged_at IS NULL AND ($1::uuid IS NULL OR ${judgeable})`,
  "da-kiem": judged,
  "trung-y": `${judged} AND c.agrees`,
  "khac-y": `${judged} AND NOT c.agrees`,
};

export interface RecheckRow {
  id: string;
  kind: ReviewSubject;
  label: string;
  enterpriseName: string;
  drawnAt: Date;
  /** What was decided and said; null until it is judged, so that nobody copies. */
  first: string | null;
  firstBy: string | null;
  second: string | null;
  secondBy: string | null;
  comment: string;
}

/** Who asks for re-checks: an officer sees what they may judge and what concerns them, leadership sees all. */
interface Asking {
  officerId: string | null;
  today: Day;
}

const valuesOf = ({ officerId, today }: Asking) => [officerId, startOfDay(addMonths(today, -12))];
const from = "FROM rechecks c JOIN reviews r ON r.id = c.review_id";

/** One page of the re-checks of a view: those that wait, the oldest first; those judged in twelve months, the latest first. */
export async function listRechecks(
  view: RecheckView,
  asking: Asking,
  page: { limit: number; offset: number },
): Promise<{ rows: RecheckRow[]; total: number }> {
  const [found, counts] = await Promise.all([
    rows<RecheckRow>(
      `SELECT c.id, r.subject_kind AS kind, r.label, e.name AS "enterpriseName", c.drawn_at AS "drawnAt",
          CASE WHEN c.judged_at IS NOT NULL THEN r.decision END AS first, CASE WHEN c.judged_at IS NOT NULL THEN f.name END AS "firstBy",
          c.decision AS second, s.name AS "secondBy", c.comment
        ${from} JOIN enterprises e ON e.id = r.enterprise_id
        LEFT JOIN accounts f ON f.id = r.decided_by_id LEFT JOIN accounts s ON s.id = c.judged_by_id
        WHERE ${conditions[view]} ORDER BY c.judged_at DESC, c.drawn_at, c.id LIMIT $3 OFFSET $4`,
      [...valuesOf(asking), page.limit, page.offset],
    ),
    countRechecks(asking),
  ]);
  return { rows: found, total: counts[view] };
}

/** How many re-checks each view holds. */
export async function countRechecks(asking: Asking): Promise<Record<RecheckView, number>> {
  const sums = recheckViews.map((view) => `count(*) FILTER (WHERE ${conditions[view]}) AS "${view}"`);
  const found = await row<Record<RecheckView, number>>(`SELECT ${sums.join(", ")} ${from}`, valuesOf(asking));
  return found ?? { "cho-kiem": 0, "da-kiem": 0, "trung-y": 0, "khac-y": 0 };
}

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
