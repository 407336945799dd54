import { readMobile } from "~/accounts/contact";
import { row, rows } from "~/platform/db/client.server";

export const textsPerPage = 50;

export const textStatuses = ["waiting", "sending", "sent", "stored", "failed", "uncertain"] as const;
export type TextStatus = (typeof textStatuses)[number];

export interface TextMessageRow {
  id: string;
  kind: string;
  recipient: string;
  text: string;
  status: TextStatus;
  channel: string | null;
  lastError: string | null;
  createdAt: Date;
}

/** What the list of short messages is asked for: a number, a status. */
export const readTextQuestion = (search: URLSearchParams) => ({
  recipient: (search.get("q") ?? "").trim().slice(0, 50),
  status: textStatuses.find((known) => known === search.get("trang-thai")),
});

/**
 * One page of the short messages, newest first, by number and by status. The words of what a gateway took are not shown:
 * its codes are for the recipient alone.
 */
export async function listTextMessages(filter: {
  recipient: string;
  status?: TextStatus | undefined;
  limit: number;
  offset: number;
}): Promise<{ messages: TextMessageRow[]; total: number }> {
  const number = readMobile(filter.recipient);
  const recipient = number.ok ? number.value : filter.recipient;
  const where = "($1 = '' OR recipient = $1) AND ($2::text IS NULL OR status = $2)";
  const values = [recipient, filter.status ?? null];
  const [counted, messages] = await Promise.all([
    row<{ total: number }>(`SELECT count(*) AS total FROM text_messages WHERE ${where}`, values),
    rows<TextMessageRow>(
      `SELECT id, kind, recipient, status, channel, last_error AS "lastError", created_at AS "createdAt",
          CASE WHEN status = 'stored' THEN text ELSE '' END AS text
        FROM text_messages WHERE ${where} ORDER BY created_at DESC, id DESC LIMIT $3 OFFSET $4`,
      [...values, filter.limit, filter.offset],
    ),
  ]);
  return { messages, total: counted?.total ?? 0 };
}
