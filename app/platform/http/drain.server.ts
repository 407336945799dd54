import type { Server, ServerResponse } from "node:http";

export interface InFlight {
  track(res: ServerResponse): void;
  /** Stops accepting, lets every answer finish, and closes its connection; cuts what is left after the limit. */
  drain(limitMilliseconds: number): Promise<{ cut: boolean }>;
}

/** Knows the answers that are on their way, so that the server can stop without cutting one off. */
export function watchInFlight(server: Server): InFlight {
  const open = new Set<ServerResponse>();
  let draining = false;

  const closeAfter = (res: ServerResponse) => {
    if (!res.headersSent) res.shouldKeepAlive = false;
  };
  return {
    track(res) {
      open.add(res);
      if (draining) closeAfter(res);
      res.once("close", () => {
        open.delete(res);
        // An answer whose head was sent before draining leaves its connection open.
        if (draining) setImmediate(() => server.closeIdleConnections());
      });
    },
    async drain(limitMilliseconds) {
      draining = true;
      for (const res of open) closeAfter(res);
      let cut = false;
      const timer = setTimeout(() => {
        cut = true;
        server.closeAllConnections();
      }, limitMilliseconds);
      await new Promise<void>((resolve) => server.close(() => resolve()));
      clearTimeout(timer);
      return { cut };
    },
  };
}
