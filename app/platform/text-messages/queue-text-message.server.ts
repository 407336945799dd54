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
 * Queues short messages (SMS or Zalo, whichever the portal is configured for) in the transaction of the change they tell
 * of: they go if and only if that commits, once at most. Without a gateway they are kept as "stored". Answers their ids.
 */
export async function queueTextMessages(tx: Transaction, messages: readonly OutgoingText[]): Promise<string[]> {
  if (messages.length === 0) return [];
  const queued = await tx.prisma.textMessage.createManyAndReturn({
    data: messages.map(({ kind, to, language, text, validUntil }) => ({
      kind,
      recipient: to,
      language,
      text: text.replace(/\s+/g, " ").trim().slice(0, longest),
      status: "waiting",
      createdAt: tx.now,
      validUntil: validUntil ?? null,
    })),
    select: { id: true },
  });
  for (const { id } of queued) {
    tx.enqueue({ task: "send-text-message", payload: { messageId: id }, key: `text:${id}` });
  }
  return queued.map(({ id }) => id);
}

/** Queues one short message; answers its id. */
export async function queueTextMessage(tx: Transaction, message: OutgoingText): Promise<string> {
  const [id] = await queueTextMessages(tx, [message]);
  if (id === undefined) throw new Error("one message was queued and none came back");
  return id;
}
