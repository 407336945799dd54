/** What an attempt to send a mail met. */
export interface FailedAttempt {
  /** Whether the words of the mail had begun to go to the server. */
  offered: boolean;
  /** The server's reply, such as 451, or undefined when there was none. */
  reply: number | undefined;
  /** What failed in the client's words, such as "EENVELOPE" or "ETIMEDOUT". */
  code: string;
  /** True when there will be no further attempt. */
  last: boolean;
}

// Refusals of the recipient or of the message; a refused sign-in is ours to mend, so it is tried again.
const refusals = new Set(["EENVELOPE", "EMESSAGE"]);

/**
 * What becomes of a mail whose sending failed. Without a reply to its words nobody knows whether the server took it:
 * it is "uncertain" and not sent again by itself. A refusal for good (5xx, RFC 5321, 4.2.1) and the last attempt
 * are "failed"; everything else waits.
 */
export function afterFailedAttempt({ offered, reply, code, last }: FailedAttempt): "waiting" | "failed" | "uncertain" {
  if (offered && reply === undefined) return "uncertain";
  const forGood = reply !== undefined && reply >= 500 && refusals.has(code);
  return forGood || last ? "failed" : "waiting";
}
