import { z } from "zod";
import { prisma } from "../db/client.server";
import { environment } from "../env.server";
import { defineTask, type Task } from "../jobs/task.server";
import { interrupted } from "../jobs/tidy-outbox.server";
import { askGateway, configuredGateways, type Gateway } from "./gateway.server";
import { afterGatewayAnswer } from "./gateway-answer";

const payloadSchema = z.object({ messageId: z.uuid() });
const timeLimitMs = 15_000;

/**
 * The task that sends one queued short message, never twice: "sending" is committed before a gateway is asked, and a
 * message found in that state is uncertain and not sent again by itself. The gateways are asked in their order; the
 * next one only after a refusal for good, such as a number that is not on Zalo.
 */
export function sendTextMessageTask(gateways: () => readonly Gateway[], timeLimit = timeLimitMs): Task {
  return defineTask(payloadSchema, async ({ messageId: id }, { log, lastAttempt }) => {
    const message = await prisma().textMessage.findUnique({ where: { id } });
    if (message?.status === "sending") {
      await prisma().textMessage.updateMany({ where: { id, status: "sending" }, data: interrupted });
      log.warn({ text: id }, "short message uncertain");
      return;
    }
    if (message?.status !== "waiting") return;
    const waiting = { id, status: "waiting" };
    const channels = gateways();
    if (channels.length === 0) {
      await prisma().textMessage.updateMany({ where: waiting, data: { status: "stored" } });
      return;
    }
    if (message.validUntil && message.validUntil <= new Date()) {
      await prisma().textMessage.updateMany({ where: waiting, data: { status: "failed", lastError: "too late" } });
      return;
    }
    const { count } = await prisma().textMessage.updateMany({
      where: waiting,
      data: { status: "sending", sendingAt: new Date() },
    });
    if (count === 0) return;
    const { channel, outcome, code } = await handOver(channels, message, { timeLimit, lastAttempt });
    await prisma().textMessage.updateMany({
      where: { id, status: { in: ["sending", "uncertain"] } },
      data: {
        status: outcome,
        attempts: { increment: 1 },
        channel,
        sentAt: outcome === "sent" ? new Date() : null,
        lastError: outcome === "sent" ? null : code,
      },
    });
    if (outcome !== "sent") log.warn({ text: id, channel, code, outcome }, "short message not sent");
    if (outcome === "waiting") throw new Error(`short message ${id} not sent: ${channel} ${code}`);
  });
}

async function handOver(
  channels: readonly Gateway[],
  message: { id: string; recipient: string; text: string },
  { timeLimit, lastAttempt }: { timeLimit: number; lastAttempt: boolean },
) {
  let last = { channel: "", outcome: "failed" as ReturnType<typeof afterGatewayAnswer>, code: "" };
  for (const gateway of channels) {
    const answer = await askGateway(gateway, message, timeLimit);
    last = { channel: gateway.channel, outcome: afterGatewayAnswer(answer, lastAttempt), code: answer.code };
    if (last.outcome !== "failed") break;
  }
  return last;
}

/** The task with the gateways of this process. */
export const sendTextMessage: Task = sendTextMessageTask(() => configuredGateways(environment()));
