import { z } from "zod";
import { rows } from "~/platform/db/client.server";
import { defineTask } from "~/platform/jobs/task.server";
import { draftLimits } from "./draft";

/** What the journal tells of sessions and links stays; their own rows serve nobody this long after their end. */
const daysAfterEnd = { sessions: 7, links: 30, codes: 1 } as const;
/** A contact that nobody confirmed is somebody's who never asked for an account. */
const daysUnconfirmed = 30;
const monthsOfNotices = 12;

const removed = async (sql: string, now: Date): Promise<number> => (await rows(sql, [now])).length;

interface Swept {
  sessions: number;
  links: number;
  drafts: number;
  notices: number;
  unconfirmed: number;
}

/** Removes what can no longer be used or serves nobody: sessions, links, drafts, old notices, accounts that never were confirmed. */
export async function sweepAccounts(now: Date): Promise<Swept> {
  const sessions = await removed(
    `DELETE FROM sessions WHERE least(expires_at, ended_at) <= $1::timestamptz - make_interval(days => ${daysAfterEnd.sessions})
      RETURNING 1`,
    now,
  );
  const links = await removed(
    `DELETE FROM one_time_tokens WHERE least(expires_at, used_at) <= $1::timestamptz - make_interval(days => ${daysAfterEnd.links})
      RETURNING 1`,
    now,
  );
  await removed(
    `DELETE FROM one_time_codes WHERE expires_at <= $1::timestamptz - make_interval(days => ${daysAfterEnd.codes}) RETURNING 1`,
    now,
  );
  const drafts = await removed(
    `DELETE FROM form_drafts WHERE saved_at <= $1::timestamptz - make_interval(days => ${draftLimits.days}) RETURNING 1`,
    now,
  );
  const notices = await removed(
    `DELETE FROM notices WHERE created_at <= $1::timestamptz - make_interval(months => ${monthsOfNotices}) RETURNING 1`,
    now,
  );
  // Accounts that anyone entered something for, or that ever signed in, stay.
  const unconfirmed = await removed(
    `DELETE FROM accounts a WHERE email_confirmed_at IS NULL AND phone_confirmed_at IS NULL AND disabled_at IS NULL
        AND NOT is_demo AND role = 'owner' AND created_at <= $1::timestamptz - make_interval(days => ${daysUnconfirmed})
        AND NOT EXISTS (SELECT FROM memberships m WHERE m.account_id = a.id)
        AND NOT EXISTS (SELECT FROM sessions s WHERE s.account_id = a.id)
        AND NOT EXISTS (SELECT FROM journal j WHERE j.actor_id = a.id)
      RETURNING 1`,
    now,
  );
  return { sessions, links, drafts, notices, unconfirmed };
}

export const sweepAccountsTask = defineTask(z.object({}), async (_payload, { log }) => {
  log.info(await sweepAccounts(new Date()), "accounts swept");
});
