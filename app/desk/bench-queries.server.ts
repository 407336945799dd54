import { type Day, startOfDay } from "~/platform/day";
import { rows } from "~/platform/db/client.server";
import { firstDayOf } from "~/reviews/decided-address";
import type { ReviewSubject } from "~/reviews/review";

export interface WaitingFigures {
  kind: ReviewSubject;
  waiting: number;
  overdue: number;
  /** Working days; the half of the queue has waited at least so long. */
  medianAge: number;
}

/** What waits today, by kind. */
export const countWaitingFigures = (today: Day): Promise<WaitingFigures[]> =>
  rows<WaitingFigures>(
    `SELECT subject_kind AS kind, count(*) AS waiting, count(*) FILTER (WHERE due_on < $1) AS overdue,
        percentile_disc(0.5) WITHIN GROUP (ORDER BY working_days_between(vietnam_day(opened_at), $1)) AS "medianAge"
      FROM reviews WHERE status IN ('waiting', 'claimed') GROUP BY subject_kind ORDER BY subject_kind`,
    [today],
  );

export interface DecidedFigures {
  kind: ReviewSubject;
  schemeId: string | null;
  schemeVi: string | null;
  schemeEn: string | null;
  decided: number;
  inTime: number;
  medianDays: number;
}

/** What was decided in the 90 days before today, by kind and scheme, in working days from opening to decision. */
export const countDecidedFigures = (today: Day): Promise<DecidedFigures[]> =>
  rows<DecidedFigures>(
    `SELECT r.subject_kind AS kind, s.id AS "schemeId", s.name_vi AS "schemeVi", s.name_en AS "schemeEn", count(*) AS decided,
        count(*) FILTER (WHERE vietnam_day(r.decided_at) <= r.due_on) AS "inTime",
        percentile_disc(0.5) WITHIN GROUP (ORDER BY working_days_between(vietnam_day(r.opened_at), vietnam_day(r.decided_at))) AS "medianDays"
      FROM reviews r LEFT JOIN schemes s ON s.id = r.scheme_id
      WHERE r.status = 'decided' AND r.decided_at >= $1
      GROUP BY r.subject_kind, s.id ORDER BY r.subject_kind, count(*) DESC LIMIT 200`,
    [startOfDay(firstDayOf("90-ngay", today))],
  );

export interface ReasonFigures {
  id: string;
  kind: ReviewSubject;
  wordsVi: string;
  wordsEn: string;
  count: number;
}

/** To how many reviews of the last twelve months each reason was given, in full: only for the office. */
export const countReasonFigures = (today: Day): Promise<ReasonFigures[]> =>
  rows<ReasonFigures>(
    `SELECT w.id, r.subject_kind AS kind, w.words_vi AS "wordsVi", w.words_en AS "wordsEn", count(DISTINCT r.id) AS count
      FROM reviews r JOIN review_reasons q ON q.review_id = r.id
      JOIN reasons w ON w.subject_kind = r.subject_kind AND w.code = q.reason
      WHERE r.status = 'decided' AND r.decided_at >= $1
      GROUP BY r.subject_kind, w.id ORDER BY count DESC, w.position LIMIT 100`,
    [startOfDay(firstDayOf("12-thang", today))],
  );

export interface OfficerFigures {
  id: string;
  name: string;
  holds: number;
  decided: number;
}

/** What each officer holds now and decided in the last 30 days: names are for leadership alone. */
export const countOfficerFigures = (today: Day): Promise<OfficerFigures[]> =>
  rows<OfficerFigures>(
    `SELECT a.id, a.name,
        (SELECT count(*) FROM reviews r WHERE r.claimed_by_id = a.id AND r.status = 'claimed') AS holds,
        (SELECT count(*) FROM reviews r WHERE r.decided_by_id = a.id AND r.status = 'decided' AND r.decided_at >= $1) AS decided
      FROM accounts a WHERE a.role = 'officer' AND a.disabled_at IS NULL ORDER BY decided DESC, a.name LIMIT 200`,
    [startOfDay(firstDayOf("30-ngay", today))],
  );
