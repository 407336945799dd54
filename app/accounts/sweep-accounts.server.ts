import { z } from "zod";
import { rows } from "~/platform/db/client.server";
import { defineTask } from "~/platform/jobs/task.server";
import { draftLimits } from "./draft";

/** What the journal tells of sessions and links stays; their own rows serve nobody this long after their end. */
const daysAfterEnd = { sessions: 7, links: 30 } as const;

const removed = async (sql: string, now: Date): Promise<number> => (await rows(sql, [now])).length;

/** Removes sessions, one-time links and drafts that can no longer be used; answers how many of each. */
export async function sweepAccounts(now: Date): Promise<{ sessions: number; links: number; drafts: number }> {
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
  const drafts = await removed(
    `DELETE FROM form_drafts WHERE saved_at <= $1::timestamptz - make_interval(days => ${draftLimits.days}) RETURNING 1`,
    now,
  );
  return { sessions, links, drafts };
}

export const sweepAccountsTask = defineTask(z.object({}), async (_payload, { log }) => {
  log.info(await sweepAccounts(new Date()), "accounts swept");
});
