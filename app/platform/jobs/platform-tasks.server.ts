import { z } from "zod";
import { pool } from "../db/client.server";
import { sweepIncoming } from "../files/incoming.server";
import { sweepUnreferenced } from "../files/sweep-unreferenced.server";
import { sendMail } from "../mail/send-mail.server";
import { tidyMailsTask } from "../mail/tidy-mails.server";
import { sendTextMessage } from "../text-messages/send-text-message.server";
import { tidyTextMessagesTask } from "../text-messages/tidy-text-messages.server";
import { defineTask, type Task } from "./task.server";
import type { Schedule } from "./worker.server";

const unreferencedForHours = 48;

const sweepFiles = defineTask(z.object({}), async (_payload, { log }) => {
  const incoming = await sweepIncoming(new Date());
  const unreferenced = await sweepUnreferenced(pool(), unreferencedForHours);
  log.info({ incoming, unreferenced }, "files swept");
});

/** The jobs of the platform itself; capabilities add theirs where the worker is started. */
export const platformTasks: Readonly<Record<string, Task>> = {
  "send-mail": sendMail,
  "sweep-files": sweepFiles,
  "send-text-message": sendTextMessage,
  "tidy-text-messages": tidyTextMessagesTask,
  "tidy-mails": tidyMailsTask,
};

/** 19:20 UTC is 02:20 in Vietnam. */
export const platformCrontab: readonly Schedule[] = [
  { task: "sweep-files", match: "20 19 * * *" },
  { task: "tidy-text-messages", match: "*/10 * * * *" },
  { task: "tidy-mails", match: "*/10 * * * *" },
];
