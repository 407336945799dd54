import { row, rows } from "~/platform/db/client.server";
import { isLanguage, type Language } from "~/platform/i18n";
import { fold } from "~/platform/vietnamese-text";
import type { Role } from "./access";
import type { NoticeDelivery } from "./notice-delivery";

export const accountsPerPage = 50;

/** How an account stands, as the list shows it and can be narrowed to. */
export const accountStates = ["active", "unconfirmed", "disabled"] as const;
export type AccountStanding = (typeof accountStates)[number];

export type AccountRow = {
  id: string;
  name: string;
  email: string | null;
  phone: string | null;
  role: Role;
  isConfirmed: boolean;
  isDisabled: boolean;
  isDemo: boolean;
  createdAt: Date;
  lastSeenAt: Date | null;
};

const columns = `a.id, a.name, a.email, a.phone, a.role, COALESCE(a.email_confirmed_at, a.phone_confirmed_at) IS NOT NULL AS "isConfirmed",
  a.disabled_at IS NOT NULL AS "isDisabled", a.is_demo AS "isDemo", a.created_at AS "createdAt",
  (SELECT max(s.last_seen_at) FROM sessions s WHERE s.account_id = a.id) AS "lastSeenAt"`;

/** One page of the accounts, newest first, by part of a name or address (diacritics ignored), by role and by standing. */
export async function listAccounts(filter: {
  search: string;
  role: Role | undefined;
  state: AccountStanding | undefined;
  limit: number;
  offset: number;
}): Promise<{ accounts: AccountRow[]; total: number }> {
  const pattern = `%${fold(filter.search).replace(/[\\%_]/g, "\\$&")}%`;
  const where = `($1 = '%%' OR fold_text(concat_ws(' ', a.name, a.email, a.phone)) LIKE $1) AND ($2::text IS NULL OR a.role = $2)
    AND ($3::text IS NULL OR $3 = CASE WHEN a.disabled_at IS NOT NULL THEN 'disabled'
      WHEN COALESCE(a.email_confirmed_at, a.phone_confirmed_at) IS NULL THEN 'unconfirmed' ELSE 'active' END)`;
  const values = [pattern, filter.role ?? null, filter.state ?? null];
  const [counted, accounts] = await Promise.all([
    row<{ total: number }>(`SELECT count(*) AS total FROM accounts a WHERE ${where}`, values),
    rows<AccountRow>(
      `SELECT ${columns} FROM accounts a WHERE ${where} ORDER BY a.created_at DESC, a.id LIMIT $4 OFFSET $5`,
      [...values, filter.limit, filter.offset],
    ),
  ]);
  return { accounts, total: counted?.total ?? 0 };
}

/** One account as its administrator edits it. */
export function findAccount(id: string): Promise<(AccountRow & { version: number }) | undefined> {
  return row<AccountRow & { version: number }>(`SELECT ${columns}, a.version FROM accounts a WHERE a.id = $1`, [id]);
}

export interface OwnAccount {
  phone: string | null;
  version: number;
  language: Language;
  noticeDelivery: NoticeDelivery;
}

/** What the account page needs to know of its owner beyond the session. */
export async function findOwnAccount(id: string): Promise<OwnAccount | undefined> {
  const found = await row<{ version: number; language: string; phone: string | null; noticeDelivery: string }>(
    `SELECT version, language, phone, notice_delivery AS "noticeDelivery" FROM accounts WHERE id = $1`,
    [id],
  );
  return (
    found && {
      ...found,
      language: isLanguage(found.language) ? found.language : "vi",
      noticeDelivery: found.noticeDelivery === "daily" ? "daily" : "each",
    }
  );
}

export type OpenInvitation = {
  id: string;
  email: string | null;
  phone: string | null;
  role: Role;
  invitedBy: string;
  createdAt: Date;
  expiresAt: Date;
};

/** Invitations that can still be accepted, newest first. */
export function openInvitations(now: Date): Promise<OpenInvitation[]> {
  return rows<OpenInvitation>(
    `SELECT t.id, t.email, t.phone, t.role, coalesce(a.name, '') AS "invitedBy", t.created_at AS "createdAt", t.expires_at AS "expiresAt"
      FROM one_time_tokens t LEFT JOIN accounts a ON a.id = t.created_by_id
      WHERE t.purpose = 'invitation' AND t.enterprise_id IS NULL AND t.used_at IS NULL AND t.expires_at > $1
      ORDER BY t.created_at DESC LIMIT 200`,
    [now],
  );
}

export type ApiKeyRow = {
  id: string;
  prefix: string;
  partner: string;
  createdAt: Date;
  createdBy: string;
  expiresAt: Date | null;
  revokedAt: Date | null;
  lastUsedAt: Date | null;
  isUsable: boolean;
};

/** The API keys, working ones first, then newest first. */
export function listApiKeys(now: Date): Promise<ApiKeyRow[]> {
  return rows<ApiKeyRow>(
    `SELECT k.id, k.prefix, k.partner, k.created_at AS "createdAt", a.name AS "createdBy", k.expires_at AS "expiresAt",
        k.revoked_at AS "revokedAt", k.last_used_at AS "lastUsedAt",
        k.revoked_at IS NULL AND (k.expires_at IS NULL OR k.expires_at > $1) AS "isUsable"
      FROM api_keys k JOIN accounts a ON a.id = k.created_by_id
      ORDER BY "isUsable" DESC, k.created_at DESC LIMIT 200`,
    [now],
  );
}
