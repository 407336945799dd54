import { row } from "~/platform/db/client.server";
import type { ChangeStatus, ChangeSubject, Facts } from "./proposed-change";
import type { SaidReason } from "./reason";
import { saidReasons } from "./said-reasons.server";

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
    COALESCE(said.note, '') AS "decisionNote", COALESCE(said.reasons, '[]'::json) AS reasons
  FROM proposed_changes ch
  JOIN enterprises e ON e.id = ch.enterprise_id
  JOIN accounts p ON p.id = ch.proposed_by_id
  LEFT JOIN LATERAL (
    SELECT r.note, ${saidReasons} AS reasons
    FROM reviews r WHERE r.subject_kind = 'change' AND r.subject_id = ch.id AND r.status = 'decided'
      AND ch.decided_at IS NOT NULL ORDER BY r.opened_at DESC, r.id DESC LIMIT 1) said ON true`;

/** A proposed change, for those who may read every enterprise's. */
export const findChange = (changeId: string) => row<ChangeView>(`${view} WHERE ch.id = $1`, [changeId]);

/** The newest change of a subject that its owner still has to know of: open, returned, or refused. */
export const findChangeOf = (kind: ChangeSubject, subjectId: string) =>
  row<ChangeView>(
    `${view} WHERE ch.id = (SELECT n.id FROM proposed_changes n WHERE n.subject_kind = $1 AND n.subject_id = $2
      ORDER BY n.proposed_at DESC, n.id DESC LIMIT 1) AND ch.status IN ('open', 'returned', 'refused')`,
    [kind, subjectId],
  );
