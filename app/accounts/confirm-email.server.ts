import { row } from "~/platform/db/client.server";
import { type Acting, inTransaction } from "~/platform/db/transaction.server";
import { accept, type Result, refuse } from "~/platform/result";
import { countAttempt, countedContact, forgetAttempts } from "./attempts.server";
import { findToken, redeemToken } from "./one-time-token.server";
import { passwordMatches } from "./password.server";

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
    "SELECT id, name, email FROM accounts WHERE id = $1 AND email IS NOT NULL AND disabled_at IS NULL",
    [token.accountId],
  );
}

/**
 * Confirms the address that the link was mailed to; answers the account, which may then be signed in. The link proves the
 * mailbox and the password proves who signed up: otherwise a stranger could sign up with somebody else's address and wait
 * for its owner to open the account for them.
 */
export async function confirmEmail(
  secret: string,
  password: string,
  acting: Acting,
): Promise<Result<string, "link.dead" | "password.notChosen" | "tooManyAttempts">> {
  const account = await accountOfLink("confirm-email", secret, acting.now);
  if (!account) return refuse("link.dead");
  const counted = countedContact(account.email);
  if (!(await countAttempt("sign-in-account", counted))) return refuse("tooManyAttempts");
  const stored = await row<{ hash: string | null }>("SELECT password_hash AS hash FROM accounts WHERE id = $1", [
    account.id,
  ]);
  if (!(await passwordMatches(password, stored?.hash))) return refuse("password.notChosen");
  await forgetAttempts("sign-in-account", counted);
  return inTransaction(acting, async (tx) => {
    // Signing up again replaces the password and withdraws this link in one transaction, so the password is still the one checked.
    const accountId = (await redeemToken(tx, "confirm-email", secret))?.accountId;
    if (accountId !== account.id) return refuse("link.dead");
    const { count } = await tx.prisma.account.updateMany({
      where: { id: accountId, emailConfirmedAt: null, disabledAt: null },
      data: { emailConfirmedAt: tx.now, version: { increment: 1 } },
    });
    if (count === 0) return refuse("link.dead");
    tx.record({ event: "account.email-confirmed", subject: { kind: "account", id: accountId } });
    return accept(accountId);
  });
}
