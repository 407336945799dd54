import { row } from "~/platform/db/client.server";

/** Whether an account is a party to an enterprise's affairs, for drawing a page; writes ask again inside their transaction. */
export async function belongsTo(accountId: string, enterpriseId: string): Promise<boolean> {
  const found = await row("SELECT 1 FROM parties WHERE account_id = $1 AND enterprise_id = $2", [
    accountId,
    enterpriseId,
  ]);
  return found !== undefined;
}
