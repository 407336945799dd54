import { z } from "zod";
import { defineTask } from "../jobs/task.server";
import { tidyOutbox } from "../jobs/tidy-outbox.server";

/** What killed workers left of mails, and mails of more than 90 days. */
export const tidyMails = (now: Date) =>
  tidyOutbox({ table: "mails", task: "send-mail", idName: "mailId", keyPrefix: "mail:", minutesToSend: 15 }, now);

export const tidyMailsTask = defineTask(z.object({}), async (_payload, { log }) => {
  log.info(await tidyMails(new Date()), "mails tidied");
});
