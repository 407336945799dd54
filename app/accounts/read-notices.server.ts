import { row, rows } from "~/platform/db/client.server";
import type { Acting } from "~/platform/db/transaction.server";
import type { Actor } from "./session.server";

// Reading is no change of the programme's data, so the journal does not tell of it. What was read is not told again by mail.
const markRead = "UPDATE notices SET read_at = coalesce(read_at, $2), told_at = coalesce(told_at, $2)";

/** Marks one of one's own notices as read; answers where it leads, or undefined when it is not one's own. */
export async function readNotice(noticeId: string, actor: Actor, { now }: Acting): Promise<string | undefined> {
  const read = await row<{ path: string }>(`${markRead} WHERE account_id = $1 AND id = $3 RETURNING path`, [
    actor.accountId,
    now,
    noticeId,
  ]);
  return read?.path;
}

/** Marks every notice that one had at `seenAt` as read; what came after the page was drawn stays unread. */
export async function readAllNotices(seenAt: Date, actor: Actor, { now }: Acting): Promise<void> {
  await rows(`${markRead} WHERE account_id = $1 AND read_at IS NULL AND created_at <= $3`, [
    actor.accountId,
    now,
    seenAt,
  ]);
}
