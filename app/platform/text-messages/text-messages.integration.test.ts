import "../../../tests/integration/own-portal";
import { randomUUID } from "node:crypto";
import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { type GatewayConduct, openTextGateway, type TextGateway } from "../../../tests/integration/text-gateway";
import { pool, prisma } from "../db/client.server";
import { inTransaction } from "../db/transaction.server";
import { parseEnvironment } from "../env.server";
import { prepareJobs } from "../jobs/worker.server";
import { log } from "../log.server";
import { accept, refuse } from "../result";
import { configuredGateways, type Gateway } from "./gateway.server";
import { type OutgoingText, queueTextMessage } from "./queue-text-message.server";
import { sendTextMessageTask } from "./send-text-message.server";
import { tidyTextMessages } from "./tidy-text-messages.server";

const acting = { actorId: null, requestId: null, now: new Date() };
const outgoing: OutgoingText = { kind: "test", to: "+84912345678", language: "vi", text: "Mã của bạn:\n 123456" };

const open: TextGateway[] = [];
beforeAll(() => prepareJobs(pool()));
afterEach(async () => {
  for (const gateway of open.splice(0)) await gateway.close();
});

async function gatewayWith(conduct: GatewayConduct = {}): Promise<TextGateway> {
  const gateway = await openTextGateway(conduct);
  open.push(gateway);
  return gateway;
}
const sms = ({ url, token }: TextGateway): Gateway => ({ channel: "sms", url, token });
const zalo = ({ url, token }: TextGateway): Gateway => ({ channel: "zalo", url, token });

async function queue(message = outgoing): Promise<string> {
  const result = await inTransaction(acting, async (tx) => accept(await queueTextMessage(tx, message)));
  if (!result.ok) throw new Error("not queued");
  return result.value;
}

const find = (id: string) => prisma().textMessage.findUniqueOrThrow({ where: { id } });

/** One attempt to send, as the worker makes it; answers whether it asks for another one. */
async function attempt(
  id: string,
  gateways: readonly Gateway[],
  { last = false, timeLimit = 5_000 } = {},
): Promise<"done" | "again"> {
  const task = sendTextMessageTask(() => gateways, timeLimit);
  const context = { log, lastAttempt: last, signal: new AbortController().signal };
  return task.run({ messageId: id }, context).then(
    () => "done",
    () => "again",
  );
}

describe("a short message", () => {
  test("goes to the gateway once, however often its job runs, on one line and with its id as the key", async () => {
    const gateway = await gatewayWith();
    const id = await queue();
    expect(await attempt(id, [sms(gateway)])).toBe("done");
    expect(await attempt(id, [sms(gateway)])).toBe("done");
    expect(gateway.taken).toEqual([{ key: id, to: "+84912345678", text: "Mã của bạn: 123456" }]);
    expect(await find(id)).toMatchObject({ status: "sent", channel: "sms", attempts: 1, lastError: null });
  });

  test("is not there when the change that it tells of did not happen", async () => {
    let id = "";
    await inTransaction(acting, async (tx) => {
      id = await queueTextMessage(tx, outgoing);
      return refuse("stale");
    });
    expect(await prisma().textMessage.findUnique({ where: { id } })).toBeNull();
  });

  test("is kept for the administrator to read where no gateway is configured", async () => {
    const id = await queue();
    expect(await attempt(id, [])).toBe("done");
    expect(await find(id)).toMatchObject({ status: "stored", sentAt: null });
  });

  test("is not sent once it is not worth it any more", async () => {
    const gateway = await gatewayWith();
    const id = await queue({ ...outgoing, validUntil: new Date(Date.now() - 1_000) });
    await attempt(id, [sms(gateway)]);
    expect(gateway.asked).toBe(0);
    expect(await find(id)).toMatchObject({ status: "failed", lastError: "too late" });
  });
});

describe("a gateway", () => {
  test("that knows not our token is asked again, for an operator can mend that", async () => {
    const gateway = await gatewayWith();
    const id = await queue();
    expect(await attempt(id, [{ ...sms(gateway), token: "wrong" }])).toBe("again");
    expect(await find(id)).toMatchObject({ status: "waiting", lastError: "401" });
    expect(await attempt(id, [sms(gateway)])).toBe("done");
    expect(await find(id)).toMatchObject({ status: "sent", attempts: 2 });
  });

  test("that has too many messages is asked again, until the last attempt", async () => {
    let busy = true;
    const gateway = await gatewayWith({ status: () => (busy ? 429 : undefined) });
    const [first, second] = [await queue(), await queue()];
    expect(await attempt(first, [sms(gateway)])).toBe("again");
    expect(await attempt(second, [sms(gateway)], { last: true })).toBe("done");
    busy = false;
    expect(await attempt(first, [sms(gateway)])).toBe("done");
    expect(await find(first)).toMatchObject({ status: "sent" });
    expect(await find(second)).toMatchObject({ status: "failed", lastError: "429" });
  });

  test("that refuses the number is not asked again", async () => {
    const gateway = await gatewayWith({ status: () => 400 });
    const id = await queue();
    expect(await attempt(id, [sms(gateway)])).toBe("done");
    expect(await find(id)).toMatchObject({ status: "failed", lastError: "400" });
    await attempt(id, [sms(gateway)]);
    expect(gateway.asked).toBe(1);
  });

  test("that is away is asked again", async () => {
    const gateway = await gatewayWith();
    const nowhere = sms(gateway);
    await gateway.close();
    const id = await queue();
    expect(await attempt(id, [nowhere])).toBe("again");
    expect(await find(id)).toMatchObject({ status: "waiting", lastError: "ECONNREFUSED" });
  });

  test("that takes the message and never answers leaves it uncertain, and it is not sent again", async () => {
    const gateway = await gatewayWith({ onMessage: () => new Promise(() => undefined) });
    const id = await queue();
    expect(await attempt(id, [sms(gateway)], { timeLimit: 200 })).toBe("done");
    expect(await find(id)).toMatchObject({ status: "uncertain" });
    await attempt(id, [sms(gateway)]);
    expect(gateway.taken).toHaveLength(1);
  });

  test("that had the message before says so, and the message counts as sent", async () => {
    const gateway = await gatewayWith();
    const id = await queue();
    await attempt(id, [sms(gateway)]);
    await prisma().textMessage.update({ where: { id }, data: { status: "waiting", sentAt: null } });
    await attempt(id, [sms(gateway)]);
    expect(gateway.taken).toHaveLength(1);
    expect(await find(id)).toMatchObject({ status: "sent" });
  });
});

test("a number that is not on Zalo gets an SMS; one that is gets no SMS", async () => {
  const [chat, net] = [await gatewayWith({ unknownNumbers: ["+84912345678"] }), await gatewayWith()];
  const [without, withZalo] = [await queue(), await queue({ ...outgoing, to: "+84987654321" })];
  await attempt(without, [zalo(chat), sms(net)]);
  await attempt(withZalo, [zalo(chat), sms(net)]);
  expect(await find(without)).toMatchObject({ status: "sent", channel: "sms" });
  expect(await find(withZalo)).toMatchObject({ status: "sent", channel: "zalo" });
  expect(net.taken.map(({ to }) => to)).toEqual(["+84912345678"]);
});

describe("a worker that was killed", () => {
  const sending = { status: "sending", sendingAt: new Date() };

  test("between asking the gateway and recording its answer leaves an uncertain message, never sent again", async () => {
    const gateway = await gatewayWith();
    const id = await queue();
    await prisma().textMessage.update({ where: { id }, data: sending });
    expect(await attempt(id, [sms(gateway)])).toBe("done");
    expect(await find(id)).toMatchObject({ status: "uncertain", lastError: "interrupted" });
    expect(gateway.asked).toBe(0);
  });

  test("leaves a message that the tidying settles, but none that may still be under way", async () => {
    const id = await queue();
    await prisma().textMessage.update({ where: { id }, data: sending });
    expect(await tidyTextMessages(new Date())).toMatchObject({ uncertain: 0 });
    expect(await tidyTextMessages(new Date(Date.now() + 3_600_000))).toMatchObject({ uncertain: 1 });
    expect(await find(id)).toMatchObject({ status: "uncertain" });
  });
});

test("messages of more than 90 days are removed", async () => {
  const id = await queue();
  await tidyTextMessages(new Date(Date.now() + 89 * 86_400_000));
  expect(await find(id)).toMatchObject({ id });
  await tidyTextMessages(new Date(Date.now() + 91 * 86_400_000));
  expect(await prisma().textMessage.findUnique({ where: { id } })).toBeNull();
});

test("a portal is configured for no gateway, for SMS, or for Zalo before SMS", () => {
  const urls = (variables: Record<string, string>) =>
    configuredGateways(parseEnvironment(variables)).map(({ channel, url }) => `${channel} ${url}`);
  const [chat, net] = [`https://zalo.example/${randomUUID()}`, "https://sms.example/messages"];
  expect(urls({})).toEqual([]);
  expect(urls({ SMS_GATEWAY_URL: net, PORTAL_MODE: "demo" })).toEqual([]);
  expect(urls({ SMS_GATEWAY_URL: net, SMS_GATEWAY_TOKEN: "t" })).toEqual([`sms ${net}`]);
  expect(urls({ SMS_GATEWAY_URL: net, ZALO_GATEWAY_URL: chat })).toEqual([`zalo ${chat}`, `sms ${net}`]);
});
