import { z } from "zod";
import { rows } from "~/platform/db/client.server";
import { defineTask } from "~/platform/jobs/task.server";
import { keptHours } from "./held-form.server";

/** What the journal tells of sessions and links stays; their own rows serve nobody this long after their end. */
const daysAfterEnd = { sessions: 7, links: 30 } as const;

const removed = async (sql: string, now: Date): Promise<number> => (await rows(sql, [now])).length;

/** Removes sessions, one-time links and held forms that can no longer be used; answers how many of each. */
export async function sweepAccounts(now: Date): Promise<{ sessions: number; links: number; heldForms: number }> {
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
  const heldForms = await removed(
    `DELETE FROM held_forms WHERE created_at <= $1::timestamptz - make_interval(hours => ${keptHours}) RETURNING 1`,
    now,
  );
  return { sessions, links, heldForms };
}

export const sweepAccountsTask = defineTask(z.object({}), async (_payload, { log }) => {
  log.info(await sweepAccounts(new Date()), "accounts swept");
});
