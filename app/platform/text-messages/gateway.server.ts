import { z } from "zod";
import type { Environment } from "../env.server";
import type { GatewayAnswer } from "./gateway-answer";

/** Where short messages are handed over: one HTTP POST per message, as JSON with a bearer token. */
export interface Gateway {
  channel: "sms" | "zalo";
  url: string;
  token: string;
}

/** The gateways that a portal is configured for, in the order in which they are tried; none means that messages are kept. */
export function configuredGateways(environment: Environment): Gateway[] {
  // Its numbers are invented, and might be somebody's.
  if (environment.PORTAL_MODE === "demo") return [];
  const { SMS_GATEWAY_URL, SMS_GATEWAY_TOKEN, ZALO_GATEWAY_URL, ZALO_GATEWAY_TOKEN } = environment;
  return [
    ...(ZALO_GATEWAY_URL ? [{ channel: "zalo", url: ZALO_GATEWAY_URL, token: ZALO_GATEWAY_TOKEN } as const] : []),
    ...(SMS_GATEWAY_URL ? [{ channel: "sms", url: SMS_GATEWAY_URL, token: SMS_GATEWAY_TOKEN } as const] : []),
  ];
}

const failure = z.object({ cause: z.object({ code: z.string() }) });
// Where no connection came about, nothing of the message has left.
const unreached: ReadonlySet<string> = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "UND_ERR_CONNECT_TIMEOUT",
]);

/**
 * Hands one message to a gateway. The message's id is its idempotency key, so that a gateway that honours it sends it
 * once however often it is asked.
 */
export async function askGateway(
  { url, token }: Gateway,
  message: { id: string; recipient: string; text: string },
  timeLimit: number,
): Promise<GatewayAnswer & { code: string }> {
  try {
    const reply = await fetch(url, {
      method: "POST",
      redirect: "manual",
      headers: {
        "Content-Type": "application/json",
        Authorization: `Bearer ${token}`,
        "Idempotency-Key": message.id,
      },
      body: JSON.stringify({ to: message.recipient, text: message.text }),
      signal: AbortSignal.timeout(timeLimit),
    });
    await reply.body?.cancel();
    return { reached: true, status: reply.status, code: String(reply.status) };
  } catch (error) {
    const parsed = failure.safeParse(error);
    const code = parsed.success ? parsed.data.cause.code : error instanceof Error ? error.name : "unknown";
    return { reached: !unreached.has(code), status: undefined, code };
  }
}
