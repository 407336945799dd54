import type { IncomingMessage, ServerResponse } from "node:http";
import { cookieLanguage } from "../i18n";
import { httpMessages } from "./refusal-messages";
import type { HeaderTable } from "./security-headers";

const statuses = {
  "bad-request": 400,
  "origin-refused": 403,
  "not-found": 404,
  "method-refused": 405,
  "body-too-slow": 408,
  "body-too-large": 413,
  "url-too-long": 414,
  failed: 500,
} as const;

export type RequestRefusal = keyof typeof statuses;

const lingerMilliseconds = 5_000;

/** Answers a request that never reaches a page, in the reader's language, with the id that the log knows. */
export function refuseRequest(
  req: IncomingMessage,
  res: ServerResponse,
  code: RequestRefusal,
  requestId: string,
  headers: HeaderTable,
): void {
  const words = httpMessages[cookieLanguage(req.headers.cookie)];
  const body = Buffer.from(`${words[code]}\n${words.request.replace("{id}", requestId)}\n`);
  for (const name of res.getHeaderNames()) res.removeHeader(name);
  res.writeHead(statuses[code], {
    ...headers,
    "Content-Type": "text/plain; charset=utf-8",
    "Content-Length": body.length,
    "X-Request-Id": requestId,
  });
  res.end(body);
  discardBody(req);
}

/** Closing at once would reset the connection before a sender that is still busy has read the answer. */
function discardBody(req: IncomingMessage): void {
  if (req.complete) return;
  req.on("error", () => {});
  req.resume();
  const timer = setTimeout(() => req.destroy(), lingerMilliseconds);
  req.once("close", () => clearTimeout(timer));
  timer.unref();
}
