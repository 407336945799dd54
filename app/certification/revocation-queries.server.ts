import type { Day } from "~/platform/day";
import { row } from "~/platform/db/client.server";
import type { RevocationReason, RevocationStatus } from "./revocation";

export interface RevocationView {
  id: string;
  version: number;
  certificateId: string;
  status: RevocationStatus;
  effectiveOn: Day;
  reason: RevocationReason;
  explanation: string;
  document: { id: string; name: string } | null;
  proposedById: string;
  proposedByName: string;
  proposedAt: Date;
  decidedByName: string | null;
  decidedAt: Date | null;
  note: string;
}

/** A proposed or decided revocation, for staff. */
export const findRevocation = (id: string) =>
  row<RevocationView>(
    `SELECT r.id, r.version, r.certificate_id AS "certificateId", r.status, r.effective_on AS "effectiveOn", r.reason,
        r.explanation, CASE WHEN f.id IS NOT NULL THEN json_build_object('id', f.id, 'name', f.original_name) END AS document,
        r.proposed_by_id AS "proposedById", p.name AS "proposedByName", r.proposed_at AS "proposedAt",
        d.name AS "decidedByName", r.decided_at AS "decidedAt", r.note
      FROM revocations r JOIN accounts p ON p.id = r.proposed_by_id
      LEFT JOIN accounts d ON d.id = r.decided_by_id LEFT JOIN files f ON f.id = r.document_id
      WHERE r.id = $1`,
    [id],
  );

/** The revocation of a certificate that waits for a second officer or was confirmed; for staff. */
export const findStandingRevocation = (certificateId: string) =>
  row<{ id: string; status: RevocationStatus; effectiveOn: Day; proposedByName: string }>(
    `SELECT r.id, r.status, r.effective_on AS "effectiveOn", p.name AS "proposedByName"
      FROM revocations r JOIN accounts p ON p.id = r.proposed_by_id
      WHERE r.certificate_id = $1 AND r.status IN ('proposed', 'confirmed')
      ORDER BY r.proposed_at DESC LIMIT 1`,
    [certificateId],
  );
