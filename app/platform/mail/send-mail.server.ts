import { createTransport, type Transporter } from "nodemailer";
import { z } from "zod";
import { prisma } from "../db/client.server";
import { environment } from "../env.server";
import { defineTask, type Task } from "../jobs/task.server";

export interface MailSettings {
  smtpUrl: string | undefined;
  from: string;
}

const payloadSchema = z.object({ mailId: z.uuid() });

/**
 * The task that sends one queued mail, once. With no SMTP server the mail is kept as "stored" for the administrator to
 * read. A temporary failure fails the job, which is tried again; a refusal for good, or the last attempt, marks it "failed".
 */
export function sendMailTask(settings: () => MailSettings): Task {
  return defineTask(payloadSchema, async ({ mailId }, { log, lastAttempt }) => {
    const mail = await prisma().mail.findUnique({ where: { id: mailId } });
    if (mail?.status !== "waiting") return;
    const waiting = { id: mailId, status: "waiting" };
    const { smtpUrl, from } = settings();
    if (!smtpUrl) {
      await prisma().mail.updateMany({ where: waiting, data: { status: "stored" } });
      return;
    }
    try {
      await transporter(smtpUrl).sendMail({
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
      const failure = failureOf(error);
      const final = failure.final || lastAttempt;
      await prisma().mail.updateMany({
        where: waiting,
        data: { attempts: { increment: 1 }, lastError: failure.code, ...(final ? { status: "failed" } : {}) },
      });
      log.warn({ mail: mailId, code: failure.code, final }, "mail not sent");
      if (!final) throw new Error(`mail ${mailId} not sent: ${failure.code}`);
      return;
    }
    await prisma().mail.updateMany({
      where: waiting,
      data: { status: "sent", sentAt: new Date(), attempts: { increment: 1 }, lastError: null },
    });
  });
}

/** The task with the settings of this process. */
export const sendMail: Task = sendMailTask(() => ({ smtpUrl: environment().SMTP_URL, from: environment().MAIL_FROM }));

// Kept per address, not pooled: a government mail server that hangs up on idle connections must cost nothing.
const transporters = new Map<string, Transporter>();

function transporter(url: string): Transporter {
  const known = transporters.get(url);
  if (known) return known;
  const created = createTransport({
    url,
    connectionTimeout: 15_000,
    greetingTimeout: 15_000,
    socketTimeout: 60_000,
    dnsTimeout: 10_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  transporters.set(url, created);
  return created;
}

function domainOf(from: string): string {
  return /@([^>\s@]+)>?\s*$/.exec(from)?.[1] ?? "localhost";
}

const smtpFailure = z.object({ code: z.string().optional(), responseCode: z.number().optional() });

/** A failure as codes only: the server's own words repeat the recipient's address. */
function failureOf(error: unknown): { code: string; final: boolean } {
  const parsed = smtpFailure.safeParse(error);
  const { code = "unknown", responseCode } = parsed.success ? parsed.data : {};
  // 5xx to the envelope or the message is for good (RFC 5321, 4.2.1); 5xx to the sign-in is ours to mend, so it is retried.
  const final = responseCode !== undefined && responseCode >= 500 && (code === "EENVELOPE" || code === "EMESSAGE");
  return { code: responseCode === undefined ? code : `${code} ${responseCode}`, final };
}
