import { row } from "~/platform/db/client.server";
import type { ChangeSubject } from "~/reviews/proposed-change";

export interface RecordedSubject {
  name: string;
  enterpriseId: string;
  enterpriseName: string;
}

const sources: Readonly<Record<ChangeSubject, string>> = {
  product: "SELECT p.id, p.name, p.enterprise_id FROM products p WHERE p.status <> 'draft'",
  certificate: "SELECT c.id, c.number AS name, c.enterprise_id FROM certificates c WHERE c.submitted_at IS NOT NULL",
};

/** A product or a certificate that is no longer its owner's alone, for those who read the registers. */
export const findRecordedSubject = (kind: ChangeSubject, id: string) =>
  row<RecordedSubject>(
    `SELECT s.name, e.id AS "enterpriseId", e.name AS "enterpriseName" FROM (${sources[kind]}) s
      JOIN enterprises e ON e.id = s.enterprise_id WHERE s.id = $1`,
    [id],
  );
