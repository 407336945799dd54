import { Readable } from "node:stream";
import { createTransport, type Transporter } from "nodemailer";
import { z } from "zod";
import { prisma } from "../db/client.server";
import { environment } from "../env.server";
import { defineTask, type Task } from "../jobs/task.server";
import { interrupted } from "../jobs/tidy-outbox.server";
import { afterFailedAttempt } from "./mail-attempt";

export interface MailSettings {
  smtpUrl: string | undefined;
  from: string;
}

const payloadSchema = z.object({ mailId: z.uuid() });

/**
 * The task that sends one queued mail, never twice. The mark "sending" is committed when the server has accepted the
 * recipient and waits for the words: a process that ends before it leaves the mail waiting, one that ends after it
 * leaves a mail of which nobody knows whether it arrived, and that is not sent again by itself. With no SMTP server the
 * mail is kept as "stored" for the administrator to read.
 */
export function sendMailTask(settings: () => MailSettings): Task {
  return defineTask(payloadSchema, async ({ mailId }, { log, lastAttempt }) => {
    const mail = await prisma().mail.findUnique({ where: { id: mailId } });
    if (mail?.status === "sending") {
      await prisma().mail.updateMany({ where: { id: mailId, status: "sending" }, data: interrupted });
      log.warn({ mail: mailId }, "mail uncertain");
      return;
    }
    if (mail?.status !== "waiting") return;
    const { smtpUrl, from } = settings();
    if (!smtpUrl) {
      await prisma().mail.updateMany({ where: { id: mailId, status: "waiting" }, data: { status: "stored" } });
      return;
    }
    let offered = false;
    const offer = async () => {
      const { count } = await prisma().mail.updateMany({
        where: { id: mailId, status: "waiting" },
        data: { status: "sending", sendingAt: new Date() },
      });
      if (count === 0) throw new Error("another worker sends this mail");
      offered = true;
    };
    // What this attempt left behind; the sender knows better than a sweep that gave the mail up meanwhile.
    const own = () => ({ id: mailId, status: { in: offered ? ["sending", "uncertain"] : ["waiting"] } });
    try {
      await transporter(smtpUrl, offer).sendMail({
        from,
        to: { name: "", address: mail.recipient },
        subject: mail.subject,
        text: mail.text,
        html: mail.html,
        date: mail.createdAt,
        messageId: `<${mail.id}@${domainOf(from)}>`,
        headers: { "Content-Language": mail.language, "Auto-Submitted": "auto-generated" },
      });
    } catch (error) {
      const { code, reply } = failureOf(error);
      const status = afterFailedAttempt({ offered, reply, code, last: lastAttempt });
      const lastError = reply === undefined ? code : `${code} ${reply}`;
      await prisma().mail.updateMany({ where: own(), data: { status, attempts: { increment: 1 }, lastError } });
      log.warn({ mail: mailId, code: lastError, status }, "mail not sent");
      if (status === "waiting") throw new Error(`mail ${mailId} not sent: ${lastError}`);
      return;
    }
    await prisma().mail.updateMany({
      where: own(),
      data: { status: "sent", sentAt: new Date(), attempts: { increment: 1 }, lastError: null },
    });
  });
}

/** The task with the settings of this process. */
export const sendMail: Task = sendMailTask(() => ({ smtpUrl: environment().SMTP_URL, from: environment().MAIL_FROM }));

// One per mail and not pooled: a government mail server that hangs up on idle connections must cost nothing.
function transporter(url: string, offer: () => Promise<void>): Transporter {
  const created = createTransport({
    url,
    connectionTimeout: 15_000,
    greetingTimeout: 15_000,
    socketTimeout: 60_000,
    dnsTimeout: 10_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return created.use("stream", ({ message }, done) => {
    // Read for the first time when the server has answered DATA with 354.
    message.processFunc((words) => Readable.from(afterwards(offer, words)));
    done();
  });
}

async function* afterwards(first: () => Promise<void>, words: Readable): AsyncGenerator<Buffer> {
  await first();
  yield* words;
}

function domainOf(from: string): string {
  return /@([^>\s@]+)>?\s*$/.exec(from)?.[1] ?? "localhost";
}

const smtpFailure = z.object({ code: z.string().optional(), responseCode: z.number().optional() });

/** A failure as codes only: the server's own words repeat the recipient's address. */
function failureOf(error: unknown): { code: string; reply: number | undefined } {
  const parsed = smtpFailure.safeParse(error);
  return parsed.success
    ? { code: parsed.data.code ?? "unknown", reply: parsed.data.responseCode }
    : { code: "unknown", reply: undefined };
}
