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

/** Queues a mail in the transaction of the change it tells of: it is sent if and only if that commits. Answers the mail's id. */
export async function queueMail(tx: Transaction, mail: OutgoingMail): Promise<string> {
  const { id } = await tx.prisma.mail.create({
    data: {
      kind: mail.kind,
      recipient: mail.to,
      language: mail.language,
      subject: mail.subject.replace(/\s+/g, " ").trim(),
      text: mail.text,
      html: mail.html,
      status: "waiting",
      createdAt: tx.now,
    },
    select: { id: true },
  });
  tx.enqueue({ task: "send-mail", payload: { mailId: id }, key: `mail:${id}` });
  return id;
}
