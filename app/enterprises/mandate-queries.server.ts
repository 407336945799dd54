import { rows } from "~/platform/db/client.server";

/** An enterprise on whose behalf an account acts now. */
export interface OpenMandate {
  id: string;
  enterpriseId: string;
  enterpriseName: string;
  endsAt: Date;
}

/** The mandates under which an account acts now, at most 20. */
export const listOpenMandates = (accountId: string): Promise<OpenMandate[]> =>
  rows<OpenMandate>(
    `SELECT d.id, d.enterprise_id AS "enterpriseId", e.name AS "enterpriseName", d.ends_at AS "endsAt"
      FROM representatives r JOIN mandates d ON d.id = r.mandate_id JOIN enterprises e ON e.id = d.enterprise_id
      WHERE r.account_id = $1 ORDER BY d.opened_at LIMIT 20`,
    [accountId],
  );

export interface PastMandate {
  id: string;
  accountName: string;
  reason: string;
  openedAt: Date;
  endedAt: Date | null;
}

/** Who acted on behalf of an enterprise, the latest first, at most 20; `endedAt` is null while they still do. */
export const listMandates = (enterpriseId: string): Promise<PastMandate[]> =>
  rows<PastMandate>(
    `SELECT d.id, a.name AS "accountName", d.reason, d.opened_at AS "openedAt",
        CASE WHEN d.ends_at <= now() THEN least(d.ended_at, d.ends_at) ELSE d.ended_at END AS "endedAt"
      FROM mandates d JOIN accounts a ON a.id = d.account_id
      WHERE d.enterprise_id = $1 ORDER BY d.opened_at DESC LIMIT 20`,
    [enterpriseId],
  );
