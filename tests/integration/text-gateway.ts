import { createServer, type IncomingMessage } from "node:http";
import { z } from "zod";

const bodySchema = z.object({ to: z.string(), text: z.string() });

export interface TextGateway {
  url: string;
  token: string;
  /** What it took, in the order in which it came. */
  taken: { key: string; to: string; text: string }[];
  /** How many requests came, whatever became of them. */
  asked: number;
  close(): Promise<void>;
}

export interface GatewayConduct {
  /** Before it looks at a message; a promise that never settles makes the gateway as slow as can be. */
  onMessage?(): Promise<void> | void;
  /** Answers this instead of taking the message. */
  status?: () => number | undefined;
  /** Numbers that it refuses, such as those that are not on its network. */
  unknownNumbers?: readonly string[];
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return JSON.parse(Buffer.concat(chunks).toString("utf8"));
}

/** A stand-in for a gateway of short messages that refuses what a gateway refuses. */
export async function openTextGateway(conduct: GatewayConduct = {}): Promise<TextGateway> {
  const token = "a-token-of-the-test";
  const keys = new Set<string>();
  const gateway: TextGateway = { url: "", token, taken: [], asked: 0, close: async () => undefined };
  const answer = async (request: IncomingMessage): Promise<number> => {
    gateway.asked += 1;
    if (request.headers.authorization !== `Bearer ${token}`) return 401;
    const key = request.headers["idempotency-key"];
    if (request.method !== "POST" || typeof key !== "string") return 400;
    const body = bodySchema.safeParse(await bodyOf(request));
    if (!body.success || !/^\+\d{8,15}$/.test(body.data.to) || body.data.text === "") return 400;
    if (conduct.unknownNumbers?.includes(body.data.to)) return 404;
    const instead = conduct.status?.();
    if (instead !== undefined) return instead;
    if (keys.has(key)) return 409;
    keys.add(key);
    gateway.taken.push({ key, ...body.data });
    await conduct.onMessage?.();
    return 202;
  };
  const server = createServer((request, response) => {
    answer(request).then(
      (status) => response.writeHead(status).end(),
      () => response.writeHead(400).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("a port was asked for");
  gateway.url = `http://127.0.0.1:${address.port}/messages`;
  gateway.close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return gateway;
}
