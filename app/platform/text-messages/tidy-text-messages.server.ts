import { z } from "zod";
import { prisma, rows } from "../db/client.server";
import { defineTask } from "../jobs/task.server";
import { interrupted } from "./send-text-message.server";

/** Longer than any request to a gateway lasts before its own time limit ends it. */
const minutesToSend = 5;
/** Short messages hold codes and words about people; the inbox and the journal hold what must last. */
const keptForDays = 90;

/**
 * Settles what killed workers left: messages that were being sent become uncertain, those that still wait get a new job
 * when theirs is held by a worker that no longer answers. Removes messages of more than 90 days. Answers how many of each.
 */
export async function tidyTextMessages(now: Date): Promise<{ uncertain: number; requeued: number; removed: number }> {
  const before = new Date(now.getTime() - minutesToSend * 60_000);
  const { count: uncertain } = await prisma().textMessage.updateMany({
    where: { status: "sending", sendingAt: { lt: before } },
    data: interrupted,
  });
  const requeued = await rows(
    `SELECT graphile_worker.add_job('send-text-message', json_build_object('messageId', m.id), job_key => 'text:' || m.id, max_attempts => 12)
      FROM text_messages m JOIN graphile_worker.jobs j ON j.key = 'text:' || m.id
      WHERE m.status = 'waiting' AND j.locked_at < $1 LIMIT 1000`,
    [before],
  );
  const { count: removed } = await prisma().textMessage.deleteMany({
    where: { createdAt: { lt: new Date(now.getTime() - keptForDays * 86_400_000) } },
  });
  return { uncertain, requeued: requeued.length, removed };
}

export const tidyTextMessagesTask = defineTask(z.object({}), async (_payload, { log }) => {
  log.info(await tidyTextMessages(new Date()), "short messages tidied");
});
