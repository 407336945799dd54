import { row, rows } from "~/platform/db/client.server";

export interface OwnerAccount {
  accountId: string;
  name: string;
  email: string | null;
  phone: string | null;
  since: Date;
  hasPassword: boolean;
  isDisabled: boolean;
  /** The set-up code that was printed last, as long as it is kept. */
  printedAt: Date | null;
  printedBy: string | null;
  printedUntil: Date | null;
}

/** The accounts of an enterprise's members as officers see them, the longest member first, at most 100. */
export const listOwnerAccounts = (enterpriseId: string): Promise<OwnerAccount[]> =>
  rows<OwnerAccount>(
    `SELECT a.id AS "accountId", a.name, a.email, a.phone, m.created_at AS since, a.password_hash IS NOT NULL AS "hasPassword",
        a.disabled_at IS NOT NULL AS "isDisabled", t.created_at AS "printedAt", t.expires_at AS "printedUntil",
        by.name AS "printedBy"
      FROM memberships m JOIN accounts a ON a.id = m.account_id
      LEFT JOIN LATERAL (SELECT created_at, expires_at, created_by_id FROM one_time_tokens
        WHERE account_id = a.id AND purpose = 'activation' ORDER BY created_at DESC LIMIT 1) t ON true
      LEFT JOIN accounts by ON by.id = t.created_by_id
      WHERE m.enterprise_id = $1 ORDER BY m.created_at, a.id LIMIT 100`,
    [enterpriseId],
  );

/** The enterprise whose owners' accounts an officer looks at. */
export const findNamedEnterprise = (id: string): Promise<{ id: string; name: string } | undefined> =>
  row<{ id: string; name: string }>("SELECT id, name FROM enterprises WHERE id = $1", [id]);
