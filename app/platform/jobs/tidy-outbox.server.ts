import { row, rows } from "../db/client.server";

/** What is written of a message whose sender ended between handing it over and recording the answer. */
export const interrupted = { status: "uncertain", lastError: "interrupted", attempts: { increment: 1 } } as const;

/** Messages hold links, codes and words about people; the inbox and the journal hold what must last. */
const keptForDays = 90;

export interface Outbox {
  table: "mails" | "text_messages";
  /** The task that sends one, the name of its id in the payload, and what its job's key begins with. */
  task: string;
  idName: string;
  keyPrefix: string;
  /** Longer than any attempt lasts before its own time limits end it. */
  minutesToSend: number;
}

/**
 * Settles what killed workers left: messages that were being sent become uncertain, those that still wait get a new job
 * when theirs is held by a worker that no longer answers. Removes messages of more than 90 days. Answers how many of each.
 */
export async function tidyOutbox({ table, task, idName, keyPrefix, minutesToSend }: Outbox, now: Date) {
  const before = new Date(now.getTime() - minutesToSend * 60_000);
  const uncertain = await row<{ count: number }>(
    `WITH settled AS (UPDATE ${table} SET status = $2, last_error = $3, attempts = attempts + 1
        WHERE status = 'sending' AND sending_at < $1 RETURNING 1)
      SELECT count(*) AS count FROM settled`,
    [before, interrupted.status, interrupted.lastError],
  );
  // A new job of the same key leaves the locked one without a key; whichever runs first finds the message waiting.
  const requeued = await rows(
    `SELECT graphile_worker.add_job($2, json_build_object($3::text, m.id), job_key => $4 || m.id, max_attempts => 12)
      FROM ${table} m JOIN graphile_worker.jobs j ON j.key = $4 || m.id
      WHERE m.status = 'waiting' AND j.locked_at < $1 LIMIT 1000`,
    [before, task, idName, keyPrefix],
  );
  const removed = await row<{ count: number }>(
    `WITH gone AS (DELETE FROM ${table} WHERE created_at < $1 RETURNING 1) SELECT count(*) AS count FROM gone`,
    [new Date(now.getTime() - keptForDays * 86_400_000)],
  );
  return { uncertain: uncertain?.count ?? 0, requeued: requeued.length, removed: removed?.count ?? 0 };
}
