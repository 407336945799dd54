import { row } from "~/platform/db/client.server";
import { type Acting, inTransaction } from "~/platform/db/transaction.server";
import { environment } from "~/platform/env.server";
import { accept, type Result, refuse } from "~/platform/result";
import { countAttempt, countedAddress, countedEmail, forgetAttempts, forgiveAttempt } from "./attempts.server";
import { passwordMatches } from "./password.server";

export type SignInRefusal = "signIn.wrong" | "signIn.unconfirmed" | "signIn.disabled" | "tooManyAttempts";

/**
 * Checks e-mail and password; answers the account. Unknown address and wrong password get the same answer after the same
 * work; that an account is unconfirmed or disabled is told only to who knows its password.
 */
export async function signIn(
  credentials: { email: string; password: string },
  clientAddress: string,
  acting: Acting,
): Promise<Result<string, SignInRefusal>> {
  const address = countedAddress(clientAddress);
  const email = countedEmail(credentials.email);
  const isAllowed = (await countAttempt("sign-in-address", address)) && (await countAttempt("sign-in-account", email));
  if (!isAllowed) return refuse("tooManyAttempts");
  const account = await row<{ id: string; hash: string | null; confirmed: boolean; disabled: boolean }>(
    `SELECT id, password_hash AS hash, email_confirmed_at IS NOT NULL AS confirmed, disabled_at IS NOT NULL AS disabled
      FROM accounts WHERE email = $1 AND (NOT is_demo OR $2)`,
    [credentials.email, environment().PORTAL_MODE === "demo"],
  );
  const matches = await passwordMatches(credentials.password, account?.hash);
  const refusal = refusalOf(account, matches);
  if (account && !refusal) {
    await Promise.all([forgiveAttempt("sign-in-address", address), forgetAttempts("sign-in-account", email)]);
    return accept(account.id);
  }
  await recordRefusal(account?.id, refusal ?? "signIn.wrong", acting);
  return refuse(refusal ?? "signIn.wrong");
}

function refusalOf(
  account: { confirmed: boolean; disabled: boolean } | undefined,
  matches: boolean,
): SignInRefusal | undefined {
  if (!account || !matches) return "signIn.wrong";
  if (account.disabled) return "signIn.disabled";
  return account.confirmed ? undefined : "signIn.unconfirmed";
}

/** Of an unknown address nothing is kept: people also type passwords into that field. */
async function recordRefusal(accountId: string | undefined, reason: SignInRefusal, acting: Acting): Promise<void> {
  await inTransaction(acting, async (tx) => {
    tx.record({
      event: "session.refused",
      subject: accountId ? { kind: "account", id: accountId } : { kind: "session", id: "unknown" },
      data: { reason: accountId ? reason.replace("signIn.", "") : "unknown" },
    });
    return accept(null);
  });
}
