import { row, rows } from "~/platform/db/client.server";

export const mailsPerPage = 50;

export type MailRow = {
  id: string;
  kind: string;
  recipient: string;
  subject: string;
  status: string;
  createdAt: Date;
};

export type MailMessage = MailRow & { text: string; sentAt: Date | null; attempts: number; lastError: string | null };

const columns = `id, kind, recipient, subject, status, created_at AS "createdAt"`;

/** One page of the mails, newest first, by part of the recipient's address. */
export async function listMails(filter: {
  recipient: string;
  page: number;
}): Promise<{ mails: MailRow[]; total: number }> {
  const pattern = `%${filter.recipient.toLowerCase().replace(/[\\%_]/g, "\\$&")}%`;
  const where = "$1 = '%%' OR lower(recipient) LIKE $1";
  const [counted, mails] = await Promise.all([
    row<{ total: number }>(`SELECT count(*) AS total FROM mails WHERE ${where}`, [pattern]),
    rows<MailRow>(
      `SELECT ${columns} FROM mails WHERE ${where} ORDER BY created_at DESC, id DESC LIMIT ${mailsPerPage} OFFSET $2`,
      [pattern, (filter.page - 1) * mailsPerPage],
    ),
  ]);
  return { mails, total: counted?.total ?? 0 };
}

export function findMail(id: string): Promise<MailMessage | undefined> {
  return row<MailMessage>(
    `SELECT ${columns}, text, sent_at AS "sentAt", attempts, last_error AS "lastError" FROM mails WHERE id = $1`,
    [id],
  );
}
