import { rows } from "~/platform/db/client.server";

export interface Member {
  accountId: string;
  name: string;
  email: string | null;
  phone: string | null;
  since: Date;
}

/** The members of an enterprise, the longest first, at most 100. */
export const listMembers = (enterpriseId: string): Promise<Member[]> =>
  rows<Member>(
    `SELECT a.id AS "accountId", a.name, a.email, a.phone, m.created_at AS since
      FROM memberships m JOIN accounts a ON a.id = m.account_id
      WHERE m.enterprise_id = $1 ORDER BY m.created_at, a.id LIMIT 100`,
    [enterpriseId],
  );

export interface MemberInvitation {
  id: string;
  email: string | null;
  phone: string | null;
  expiresAt: Date;
}

/** Invitations to be a member that can still be accepted, the newest first, at most 50. */
export const listMemberInvitations = (enterpriseId: string, now: Date): Promise<MemberInvitation[]> =>
  rows<MemberInvitation>(
    `SELECT id, email, phone, expires_at AS "expiresAt" FROM one_time_tokens
      WHERE enterprise_id = $1 AND purpose = 'invitation' AND used_at IS NULL AND expires_at > $2
      ORDER BY created_at DESC LIMIT 50`,
    [enterpriseId, now],
  );
