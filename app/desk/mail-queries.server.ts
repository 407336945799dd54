import { row, rows } from "~/platform/db/client.server";

export const mailsPerPage = 50;

export const mailStatuses = ["waiting", "sending", "sent", "stored", "failed", "uncertain"] as const;
type MailStatus = (typeof mailStatuses)[number];

export type MailRow = {
  id: string;
  kind: string;
  recipient: string;
  subject: string;
  status: MailStatus;
  createdAt: Date;
};

export type MailMessage = MailRow & { text: string; sentAt: Date | null; attempts: number; lastError: string | null };

const columns = `id, kind, recipient, subject, status, created_at AS "createdAt"`;

/** What the list of mails is asked for: part of an address, a status. */
export const readMailQuestion = (search: URLSearchParams) => ({
  recipient: (search.get("q") ?? "").slice(0, 200),
  status: mailStatuses.find((known) => known === search.get("trang-thai")),
});

/** One page of the mails, newest first, by part of the recipient's address and by status. */
export async function listMails(filter: {
  recipient: string;
  status?: MailStatus | undefined;
  limit: number;
  offset: number;
}): Promise<{ mails: MailRow[]; total: number }> {
  const pattern = `%${filter.recipient.toLowerCase().replace(/[\\%_]/g, "\\$&")}%`;
  const where = "($1 = '%%' OR lower(recipient) LIKE $1) AND ($2::text IS NULL OR status = $2)";
  const values = [pattern, filter.status ?? null];
  const [counted, mails] = await Promise.all([
    row<{ total: number }>(`SELECT count(*) AS total FROM mails WHERE ${where}`, values),
    rows<MailRow>(`SELECT ${columns} FROM mails WHERE ${where} ORDER BY created_at DESC, id DESC LIMIT $3 OFFSET $4`, [
      ...values,
      filter.limit,
      filter.offset,
    ]),
  ]);
  return { mails, total: counted?.total ?? 0 };
}

export function findMail(id: string): Promise<MailMessage | undefined> {
  return row<MailMessage>(
    `SELECT ${columns}, text, sent_at AS "sentAt", attempts, last_error AS "lastError" FROM mails WHERE id = $1`,
    [id],
  );
}
