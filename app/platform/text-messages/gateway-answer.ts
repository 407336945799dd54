/** What a gateway's answer makes of a message. */
export type TextOutcome = "sent" | "waiting" | "failed" | "uncertain";

export interface GatewayAnswer {
  /** Whether the request can have arrived; false when no connection came about. */
  reached: boolean;
  /** The status of the reply, or undefined when there was none. */
  status: number | undefined;
}

// Too many at once, or away, or our own key refused, which an operator can mend: the gateway took nothing.
const later: ReadonlySet<number> = new Set([401, 403, 429, 503]);
/** The gateway has had a message of this idempotency key before. */
const known = 409;

/**
 * What becomes of a message after one request to a gateway; `last` says that there will be no further attempt. Where
 * nobody can know whether the gateway took it (no reply, or an error of its own), it is "uncertain" and not sent again.
 */
export function afterGatewayAnswer({ reached, status }: GatewayAnswer, last: boolean): TextOutcome {
  if (status === undefined) return reached ? "uncertain" : last ? "failed" : "waiting";
  if ((status >= 200 && status < 300) || status === known) return "sent";
  if (later.has(status)) return last ? "failed" : "waiting";
  return status >= 500 ? "uncertain" : "failed";
}
