import type { Transaction } from "../db/transaction.server";

export interface OutgoingMail {
  /** What the mail is for, such as "confirm-email": a word for the administrator's list and for tests. */
  kind: string;
  to: string;
  language: "vi" | "en";
  subject: string;
  text: string;
  html: string;
}

/** Queues mails in the transaction of the change they tell of: they are sent if and only if that commits. Answers their ids. */
export async function queueMails(tx: Transaction, mails: readonly OutgoingMail[]): Promise<string[]> {
  if (mails.length === 0) return [];
  const queued = await tx.prisma.mail.createManyAndReturn({
    data: mails.map(({ to, subject, ...mail }) => ({
      ...mail,
      recipient: to,
      subject: subject.replace(/\s+/g, " ").trim(),
      status: "waiting",
      createdAt: tx.now,
    })),
    select: { id: true },
  });
  for (const { id } of queued) enqueueMail(tx, id);
  return queued.map(({ id }) => id);
}

/** Queues one mail; answers its id. */
export async function queueMail(tx: Transaction, mail: OutgoingMail): Promise<string> {
  const [id] = await queueMails(tx, [mail]);
  if (id === undefined) throw new Error("one mail was queued and none came back");
  return id;
}

/** The job that sends a waiting mail. */
export function enqueueMail(tx: Transaction, mailId: string): void {
  tx.enqueue({ task: "send-mail", payload: { mailId }, key: `mail:${mailId}` });
}
