import { row } from "~/platform/db/client.server";
import type { ChangeStatus, ChangeSubject, Facts } from "./proposed-change";
import type { SaidReason } from "./reason";

export interface ChangeView {
  id: string;
  kind: ChangeSubject;
  subjectId: string;
  enterpriseId: string;
  enterpriseName: string;
  label: string;
  baseVersion: number;
  before: Facts;
  after: Facts;
  note: string;
  status: ChangeStatus;
  proposedByName: string;
  proposedAt: Date;
  decidedAt: Date | null;
  version: number;
  /** What the officer who decided last said; empty while nobody has. */
  decisionNote: string;
  reasons: SaidReason[];
}

const view = `
  SELECT ch.id, ch.subject_kind AS kind, ch.subject_id AS "subjectId", ch.enterprise_id AS "enterpriseId",
    e.name AS "enterpriseName", ch.label, ch.base_version AS "baseVersion", ch.before, ch.after, ch.note, ch.status,
    p.name AS "proposedByName", ch.proposed_at AS "proposedAt", ch.decided_at AS "decidedAt", ch.version,
    COALESCE(r.note, '') AS "decisionNote", COALESCE(r.reasons, '[]'::json) AS reasons
  FROM proposed_changes ch
  JOIN enterprises e ON e.id = ch.enterprise_id
  JOIN accounts p ON p.id = ch.proposed_by_id
  LEFT JOIN LATERAL (
    SELECT v.note, (SELECT json_agg(json_build_object('field', q.field, 'reason', q.reason, 'comment', q.comment,
        'wordsVi', COALESCE(w.words_vi, q.reason), 'wordsEn', COALESCE(w.words_en, q.reason)) ORDER BY q.id)
      FROM review_reasons q LEFT JOIN reasons w ON w.subject_kind = 'change' AND w.code = q.reason
      WHERE q.review_id = v.id) AS reasons
    FROM reviews v WHERE v.subject_kind = 'change' AND v.subject_id = ch.id AND v.status = 'decided'
      AND ch.decided_at IS NOT NULL ORDER BY v.opened_at DESC, v.id DESC LIMIT 1) r ON true`;

/** A proposed change, for those who may read every enterprise's. */
export const findChange = (changeId: string) => row<ChangeView>(`${view} WHERE ch.id = $1`, [changeId]);

/** The newest change of a subject that its owner still has to know of: open, returned, or refused. */
export const findChangeOf = (kind: ChangeSubject, subjectId: string) =>
  row<ChangeView>(
    `${view} WHERE ch.id = (SELECT n.id FROM proposed_changes n WHERE n.subject_kind = $1 AND n.subject_id = $2
      ORDER BY n.proposed_at DESC, n.id DESC LIMIT 1) AND ch.status IN ('open', 'returned', 'refused')`,
    [kind, subjectId],
  );
