import type { Day } from "~/platform/day";
import { addMonths, startOfDay } from "~/platform/day";
import { rows } from "~/platform/db/client.server";
import type { ReviewSubject } from "./review";

/** Below this a count could point at a single enterprise, and so is never shown. */
export const leastShown = 5;

export interface CommonMistake {
  kind: ReviewSubject;
  schemeVi: string | null;
  schemeEn: string | null;
  wordsVi: string;
  wordsEn: string;
  adviceVi: string;
  adviceEn: string;
  count: number;
}

/** Why reviews of the last twelve months sent something back or refused it: by kind and scheme, the most frequent first. */
export const listCommonMistakes = (today: Day): Promise<CommonMistake[]> =>
  rows<CommonMistake>(
    `SELECT r.subject_kind AS kind, s.name_vi AS "schemeVi", s.name_en AS "schemeEn", w.words_vi AS "wordsVi",
        w.words_en AS "wordsEn", w.advice_vi AS "adviceVi", w.advice_en AS "adviceEn", count(DISTINCT r.id) AS count
      FROM reviews r
      JOIN review_reasons q ON q.review_id = r.id
      JOIN reasons w ON w.subject_kind = r.subject_kind AND w.code = q.reason
      LEFT JOIN schemes s ON s.id = r.scheme_id
      WHERE r.status = 'decided' AND r.decided_at >= $1 AND q.reason <> 'other'
      GROUP BY r.subject_kind, s.id, w.id
      HAVING count(DISTINCT r.id) >= ${leastShown}
      ORDER BY count(DISTINCT r.id) DESC, s.position NULLS LAST, w.position LIMIT 200`,
    [startOfDay(addMonths(today, -12))],
  );
