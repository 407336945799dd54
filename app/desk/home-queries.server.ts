import { row, rows } from "~/platform/db/client.server";
import type { ReviewSubject } from "~/reviews/review";

export interface WaitingKind {
  kind: ReviewSubject;
  count: number;
  oldest: Date;
  mine: number;
}

/** Open reviews by kind: how many, since when the oldest, and how many this officer holds. */
export const countWaitingByKind = (officerId: string): Promise<WaitingKind[]> =>
  rows<WaitingKind>(
    `SELECT subject_kind AS kind, count(*) AS count, min(opened_at) AS oldest, count(*) FILTER (WHERE claimed_by_id = $1) AS mine
      FROM reviews WHERE status IN ('waiting', 'claimed') GROUP BY subject_kind ORDER BY subject_kind`,
    [officerId],
  );

export interface Care {
  mailsFailed: number;
  mailsUncertain: number;
  unconfirmed: number;
  invitations: number;
  accounts: number;
}

/** What an administrator keeps an eye on. */
export async function countCare(now: Date): Promise<Care> {
  const found = await row<Care>(
    `SELECT (SELECT count(*) FROM mails WHERE status = 'failed') AS "mailsFailed",
        (SELECT count(*) FROM mails WHERE status = 'uncertain') AS "mailsUncertain",
        (SELECT count(*) FROM accounts WHERE COALESCE(email_confirmed_at, phone_confirmed_at) IS NULL AND disabled_at IS NULL) AS unconfirmed,
        (SELECT count(*) FROM one_time_tokens WHERE purpose = 'invitation' AND used_at IS NULL AND expires_at > $1) AS invitations,
        (SELECT count(*) FROM accounts WHERE disabled_at IS NULL AND COALESCE(email_confirmed_at, phone_confirmed_at) IS NOT NULL) AS accounts`,
    [now],
  );
  return found ?? { mailsFailed: 0, mailsUncertain: 0, unconfirmed: 0, invitations: 0, accounts: 0 };
}
