import http from "node:http";
import { pino } from "pino";
import type { DatabaseStatus } from "~/platform/db/database-status.server";
import { parseEnvironment } from "~/platform/env.server";
import { createPortal, type Portal, type PortalOptions } from "~/platform/http/portal.server";
import { type TinyState, tinyBuild } from "./tiny-build";

export const ownOrigin = "https://lensan.example";

export interface Answer {
  status: number;
  headers: http.IncomingHttpHeaders;
  body: Buffer;
  text: string;
}

export interface Asking {
  method?: string;
  headers?: http.OutgoingHttpHeaders;
  body?: string | Buffer;
  /** Sends the body in pieces without saying how long it is. */
  chunked?: boolean;
  agent?: http.Agent;
}

export interface TinyPortal {
  portal: Portal;
  port: number;
  state: TinyState;
  logged: string[];
  ask(path: string, asking?: Asking): Promise<Answer>;
}

type Changes = Partial<PortalOptions> & { variables?: Record<string, string> };

/** A portal on a free loopback port, with a database that is always well and a log that is kept. */
export async function openTinyPortal({ variables, ...changes }: Changes = {}): Promise<TinyPortal> {
  const state: TinyState = { actions: [], text: () => "một", renders: 0 };
  const logged: string[] = [];
  const environment = parseEnvironment({
    NODE_ENV: "production",
    PUBLIC_ORIGIN: ownOrigin,
    HOST: "127.0.0.1",
    PORT: "0",
    ...variables,
  });
  const portal = await createPortal({
    build: tinyBuild(state),
    environment,
    status: wellDatabase(),
    log: pino({ level: "debug" }, { write: (line: string) => void logged.push(line) }),
    ...changes,
  });
  const port = await portal.listen();
  return { portal, port, state, logged, ask: (path, asking) => ask(port, path, asking) };
}

export const wellDatabase = (version: () => string = () => "1"): DatabaseStatus => ({
  publicVersion: async () => version(),
  problem: async () => null,
  close: async () => {},
});

export function ask(port: number, path: string, asking: Asking = {}): Promise<Answer> {
  const { method = "GET", headers = {}, body, chunked = false, agent } = asking;
  return new Promise((resolve, reject) => {
    const length = body !== undefined && !chunked ? { "Content-Length": Buffer.byteLength(body) } : {};
    const request = http.request(
      {
        host: "127.0.0.1",
        port,
        path,
        method,
        headers: { Host: new URL(ownOrigin).host, ...length, ...headers },
        agent: agent ?? new http.Agent(),
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.on("error", reject);
        response.on("end", () => {
          const whole = Buffer.concat(chunks);
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: whole,
            text: whole.toString("utf8"),
          });
        });
      },
    );
    request.on("error", reject);
    if (chunked) request.flushHeaders();
    request.end(body);
  });
}
