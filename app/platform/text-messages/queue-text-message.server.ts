import type { Transaction } from "../db/transaction.server";

export interface OutgoingText {
  /** What the message is for, such as "confirm-phone": a word for the administrator's list and for tests. */
  kind: string;
  /** The recipient's number, E.164. */
  to: string;
  language: "vi" | "en";
  /** At most 600 characters; gateways cut or charge what is longer than 70 by parts. */
  text: string;
  /** After this instant it is not worth sending any more, such as a code that has run out. */
  validUntil?: Date;
}

const longest = 600;

/**
 * Queues a short message (SMS or Zalo, whichever the portal is configured for) in the transaction of the change it tells
 * of: it goes if and only if that commits, once at most. Without a gateway it is kept as "stored". Answers its id.
 */
export async function queueTextMessage(tx: Transaction, message: OutgoingText): Promise<string> {
  const { id } = await tx.prisma.textMessage.create({
    data: {
      kind: message.kind,
      recipient: message.to,
      language: message.language,
      text: message.text.replace(/\s+/g, " ").trim().slice(0, longest),
      status: "waiting",
      createdAt: tx.now,
      validUntil: message.validUntil ?? null,
    },
    select: { id: true },
  });
  tx.enqueue({ task: "send-text-message", payload: { messageId: id }, key: `text:${id}` });
  return id;
}
