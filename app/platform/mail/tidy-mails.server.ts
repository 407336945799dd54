import { z } from "zod";
import { prisma, rows } from "../db/client.server";
import { defineTask } from "../jobs/task.server";
import { interrupted } from "./send-mail.server";

/** Longer than any conversation with a mail server lasts before its own time limits end it. */
const minutesToSend = 15;
/** Mails hold links and words about people; the inbox and the journal hold what must last. */
export const mailsKeptForDays = 90;

/**
 * Settles what killed workers left: mails that were being sent become uncertain, those that still wait get a new job
 * when theirs is held by a worker that no longer answers. Removes mails of more than 90 days. Answers how many of each.
 */
export async function tidyMails(now: Date): Promise<{ uncertain: number; requeued: number; removed: number }> {
  const before = new Date(now.getTime() - minutesToSend * 60_000);
  const { count: uncertain } = await prisma().mail.updateMany({
    where: { status: "sending", sendingAt: { lt: before } },
    data: interrupted,
  });
  // A new job of the same key leaves the locked one without a key; whichever runs first finds the mail waiting.
  const requeued = await rows(
    `SELECT graphile_worker.add_job('send-mail', json_build_object('mailId', m.id), job_key => 'mail:' || m.id, max_attempts => 12)
      FROM mails m JOIN graphile_worker.jobs j ON j.key = 'mail:' || m.id
      WHERE m.status = 'waiting' AND j.locked_at < $1 LIMIT 1000`,
    [before],
  );
  const { count: removed } = await prisma().mail.deleteMany({
    where: { createdAt: { lt: new Date(now.getTime() - mailsKeptForDays * 86_400_000) } },
  });
  return { uncertain, requeued: requeued.length, removed };
}

export const tidyMailsTask = defineTask(z.object({}), async (_payload, { log }) => {
  log.info(await tidyMails(new Date()), "mails tidied");
});
