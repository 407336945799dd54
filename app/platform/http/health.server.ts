import type { IncomingMessage, ServerResponse } from "node:http";

/** What keeps this process from taking requests; null when nothing does. */
export type Unready = "database" | "migrations" | "draining" | null;

/** Answers the two questions of whoever runs the portal: is the process alive, and may it be sent requests? */
export function answerHealth(
  req: IncomingMessage,
  res: ServerResponse,
  path: string,
  unready: () => Promise<Unready>,
): boolean {
  if (path !== "/healthz" && path !== "/readyz") return false;
  const answer = (status: number, state: Record<string, string>) => {
    const body = JSON.stringify(state);
    res.writeHead(status, {
      "Content-Type": "application/json",
      "Content-Length": Buffer.byteLength(body),
      "Cache-Control": "no-store",
      "X-Content-Type-Options": "nosniff",
    });
    res.end(req.method === "HEAD" ? undefined : body);
  };
  if (path === "/healthz") {
    answer(200, { status: "alive" });
    return true;
  }
  void unready().then((reason) =>
    reason === null ? answer(200, { status: "ready" }) : answer(503, { status: "unready", reason }),
  );
  return true;
}
