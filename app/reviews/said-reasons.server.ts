/** The reasons given in review `r` as a JSON list, with the words of the catalogue: what `SaidReason` describes. */
export const saidReasons = `COALESCE((
  SELECT json_agg(json_build_object('field', q.field, 'reason', q.reason, 'comment', q.comment,
      'wordsVi', COALESCE(w.words_vi, q.reason), 'wordsEn', COALESCE(w.words_en, q.reason)) ORDER BY q.id)
    FROM review_reasons q LEFT JOIN reasons w ON w.subject_kind = r.subject_kind AND w.code = q.reason
    WHERE q.review_id = r.id), '[]'::json)`;
