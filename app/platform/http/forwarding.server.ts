import type { IncomingMessage } from "node:http";
import { clientAddress } from "./client-address";

/**
 * Takes what proxies say about a request out of its headers, believing only trusted ones, and writes in what the portal
 * knows: the address it is reached by. Frameworks below read these headers without asking who sent them.
 */
export function settleForwarding(
  req: IncomingMessage,
  ownOrigins: ReadonlySet<string>,
  publicOrigin: string,
  isTrusted: (address: string) => boolean,
): string {
  const forwardedFor = req.headers["x-forwarded-for"];
  const address = clientAddress(req.socket.remoteAddress, String(forwardedFor ?? ""), isTrusted);
  for (const name of Object.keys(req.headers)) {
    if (name === "forwarded" || name === "x-real-ip" || name.startsWith("x-forwarded-")) delete req.headers[name];
  }
  const host = req.headers.host?.toLowerCase();
  const reached = [...ownOrigins].find((origin) => new URL(origin).host === host) ?? publicOrigin;
  const { host: ownHost, protocol } = new URL(reached);
  req.headers.host = ownHost;
  req.headers["x-forwarded-proto"] = protocol.slice(0, -1);
  return address;
}

/** The origins that forms of this portal are sent from; for trying it out, also every loopback name. */
export function ownOriginsOf(environment: {
  PUBLIC_ORIGIN: string;
  PORT: number;
  PORTAL_MODE: string;
  NODE_ENV: string;
}): ReadonlySet<string> {
  const { PUBLIC_ORIGIN, PORT, PORTAL_MODE, NODE_ENV } = environment;
  if (PORTAL_MODE !== "demo" && NODE_ENV === "production") return new Set([PUBLIC_ORIGIN]);
  return new Set([PUBLIC_ORIGIN, ...["localhost", "127.0.0.1", "[::1]"].map((host) => `http://${host}:${PORT}`)]);
}
