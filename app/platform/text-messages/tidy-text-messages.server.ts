import { z } from "zod";
import { defineTask } from "../jobs/task.server";
import { tidyOutbox } from "../jobs/tidy-outbox.server";

/** What killed workers left of short messages, and messages of more than 90 days. */
export const tidyTextMessages = (now: Date) =>
  tidyOutbox(
    { table: "text_messages", task: "send-text-message", idName: "messageId", keyPrefix: "text:", minutesToSend: 5 },
    now,
  );

export const tidyTextMessagesTask = defineTask(z.object({}), async (_payload, { log }) => {
  log.info(await tidyTextMessages(new Date()), "short messages tidied");
});
