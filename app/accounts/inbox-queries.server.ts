import { row, rows } from "~/platform/db/client.server";

export const noticesPerPage = 20;
/** What the menu counts to. */
export const mostUnread = 100;

export type NoticeRow = {
  id: string;
  subject: string;
  text: string;
  createdAt: Date;
  isRead: boolean;
  enterprise: string | null;
};

/** How many notices an account has not read, counted to 100. */
export async function countUnread(accountId: string): Promise<number> {
  const found = await row<{ count: number }>(
    `SELECT count(*) AS count FROM
      (SELECT FROM notices WHERE account_id = $1 AND read_at IS NULL LIMIT ${mostUnread}) unread`,
    [accountId],
  );
  return found?.count ?? 0;
}

/** One page of an account's notices, the unread before the read, of each the newest first. */
export async function listNotices(
  accountId: string,
  { limit, offset }: { limit: number; offset: number },
): Promise<{ notices: NoticeRow[]; total: number; unread: number }> {
  const [counted, notices] = await Promise.all([
    row<{ total: number; unread: number }>(
      `SELECT count(*) AS total, count(*) FILTER (WHERE read_at IS NULL) AS unread FROM notices WHERE account_id = $1`,
      [accountId],
    ),
    rows<NoticeRow>(
      `SELECT n.id, n.subject, n.text, n.created_at AS "createdAt", n.read_at IS NOT NULL AS "isRead", e.name AS enterprise
        FROM notices n LEFT JOIN enterprises e ON e.id = n.enterprise_id
        WHERE n.account_id = $1 ORDER BY n.read_at IS NOT NULL, n.created_at DESC, n.id DESC LIMIT $2 OFFSET $3`,
      [accountId, limit, offset],
    ),
  ]);
  return { notices, total: counted?.total ?? 0, unread: counted?.unread ?? 0 };
}
