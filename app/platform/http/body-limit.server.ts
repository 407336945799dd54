import type { IncomingMessage } from "node:http";

export interface BodyLimit {
  bytes: number;
  milliseconds: number;
}

/** Whether the sender announces more than is allowed. */
export function announcesTooMuch(req: IncomingMessage, limit: BodyLimit): boolean {
  return Number(req.headers["content-length"] ?? 0) > limit.bytes;
}

/**
 * Watches a body while its reader takes it: the reader's stream fails, and `onExceeded` is told, as soon as more bytes
 * came or more time passed than the limit allows. Call it once the reader listens, for listening starts the flow.
 */
export function watchBody(
  req: IncomingMessage,
  limit: BodyLimit,
  onExceeded: (code: "body-too-large" | "body-too-slow") => void,
): void {
  let received = 0;
  const stop = () => {
    clearTimeout(timer);
    req.off("data", count);
  };
  const fail = (code: "body-too-large" | "body-too-slow") => {
    stop();
    req.off("end", stop);
    if (req.listenerCount("error") > 0) req.emit("error", new Error(code));
    onExceeded(code);
  };
  const count = (chunk: Buffer) => {
    received += chunk.length;
    if (received > limit.bytes) fail("body-too-large");
  };
  const timer = setTimeout(fail, limit.milliseconds, "body-too-slow");
  timer.unref();
  req.on("data", count);
  req.once("end", stop);
  req.once("close", stop);
}
