import { row } from "~/platform/db/client.server";
import { inTransaction } from "~/platform/db/transaction.server";
import { accept } from "~/platform/result";
import { issueToken, voidTokens } from "./one-time-token.server";

/** Whether somebody is there who can invite the others; demo accounts do not count, and a disabled one can be enabled by none. */
export async function hasAdministrator(): Promise<boolean> {
  const found = await row(
    "SELECT 1 AS found FROM accounts WHERE role = 'administrator' AND disabled_at IS NULL AND NOT is_demo LIMIT 1",
  );
  return found !== undefined;
}

/**
 * The path with which the first administrator sets the portal up, valid 24 hours and once; undefined when there is an
 * administrator. Every call makes the links of earlier starts useless.
 */
export async function setUpLink(now = new Date()): Promise<string | undefined> {
  if (await hasAdministrator()) return undefined;
  const offered = await inTransaction({ actorId: null, requestId: null, now }, async (tx) => {
    await voidTokens(tx, "set-up");
    const secret = await issueToken(tx, { purpose: "set-up" });
    tx.record({ event: "portal.set-up-offered", subject: { kind: "portal", id: "portal" } });
    return accept(`/thiet-lap/${secret}`);
  });
  return offered.value;
}
