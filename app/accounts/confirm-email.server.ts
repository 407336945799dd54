import { row } from "~/platform/db/client.server";
import { type Acting, inTransaction } from "~/platform/db/transaction.server";
import { accept, type Result, refuse } from "~/platform/result";
import { findToken, redeemToken } from "./one-time-token.server";

export interface AccountOfLink {
  id: string;
  name: string;
  email: string;
}

/** Whose link this is, while it works and the account is not disabled; looking does not use it up. */
export async function accountOfLink(
  purpose: "confirm-email" | "reset-password",
  secret: string,
  now: Date,
): Promise<AccountOfLink | undefined> {
  const token = await findToken(purpose, secret, now);
  if (!token?.accountId) return undefined;
  return row<{ id: string; name: string; email: string }>(
    "SELECT id, name, email FROM accounts WHERE id = $1 AND disabled_at IS NULL",
    [token.accountId],
  );
}

/** Confirms the address that the link was mailed to; answers the account, which may then be signed in. */
export async function confirmEmail(secret: string, acting: Acting): Promise<Result<string, "link.dead">> {
  return inTransaction(acting, async (tx) => {
    const accountId = (await redeemToken(tx, "confirm-email", secret))?.accountId;
    if (!accountId) return refuse("link.dead");
    const { count } = await tx.prisma.account.updateMany({
      where: { id: accountId, emailConfirmedAt: null, disabledAt: null },
      data: { emailConfirmedAt: tx.now, version: { increment: 1 } },
    });
    if (count === 0) return refuse("link.dead");
    tx.record({ event: "account.email-confirmed", subject: { kind: "account", id: accountId } });
    return accept(accountId);
  });
}
