import type { Log } from "../log.server";

declare module "@remix-run/node" {
  interface AppLoadContext {
    requestId: string;
    /** Marks the scripts of this response; it travels here and never through loader data. */
    nonce: string;
    /** The caller's address; empty while a public page is rendered for everyone. */
    clientAddress: string;
    now: Date;
    /** What this request has looked up already. */
    memo: Map<string, unknown>;
    log: Log;
  }
}
