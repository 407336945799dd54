import type { Day } from "~/platform/day";
import { row, rows } from "~/platform/db/client.server";

export interface AssessmentView {
  id: string;
  schemeVersion: string;
  level: number;
  assessedOn: Day;
  source: string;
  verifiedAt: Date;
  verifiedByName: string | null;
}

/** The verified results of an enterprise, the one that counts today first; at most 50. */
export const listAssessments = (enterpriseId: string) =>
  rows<AssessmentView>(
    `SELECT a.id, a.scheme_version AS "schemeVersion", a.level, a.assessed_on AS "assessedOn", a.source,
        a.verified_at AS "verifiedAt", c.name AS "verifiedByName"
      FROM assessments a LEFT JOIN accounts c ON c.id = a.verified_by_id
      WHERE a.enterprise_id = $1 ORDER BY a.assessed_on DESC, a.verified_at DESC, a.id LIMIT 50`,
    [enterpriseId],
  );

export const findAssessedEnterprise = (enterpriseId: string) =>
  row<{ id: string; name: string }>("SELECT id, name FROM enterprises WHERE id = $1", [enterpriseId]);
