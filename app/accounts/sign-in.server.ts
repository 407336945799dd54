import { row } from "~/platform/db/client.server";
import { type Acting, inTransaction } from "~/platform/db/transaction.server";
import { environment } from "~/platform/env.server";
import { accept, type Result, refuse } from "~/platform/result";
import { countAttempt, countedAddress, countedContact, forgetAttempts, forgiveAttempt } from "./attempts.server";
import { type Contact, contactText } from "./contact";
import { passwordMatches } from "./password.server";

export type SignInRefusal = "signIn.wrong" | "signIn.unconfirmed" | "signIn.disabled" | "tooManyAttempts";

/**
 * Checks e-mail or phone, and password; answers the account. Unknown contact and wrong password get the same answer after the same
 * work; that an account is unconfirmed or disabled is told only to who knows its password.
 */
export async function signIn(
  credentials: Contact & { password: string },
  clientAddress: string,
  acting: Acting,
): Promise<Result<string, SignInRefusal>> {
  const address = countedAddress(clientAddress);
  const contact = contactText(credentials);
  const account = countedContact(contact);
  const isAllowed =
    (await countAttempt("sign-in-address", address)) && (await countAttempt("sign-in-account", account));
  if (!isAllowed) return refuse("tooManyAttempts");
  const found = await row<{ id: string; hash: string | null; confirmed: boolean; disabled: boolean }>(
    `SELECT id, password_hash AS hash, disabled_at IS NOT NULL AS disabled,
        CASE WHEN email = $1 THEN email_confirmed_at ELSE phone_confirmed_at END IS NOT NULL AS confirmed
      FROM accounts WHERE (email = $1 OR phone = $1) AND (NOT is_demo OR $2)`,
    [contact, environment().PORTAL_MODE === "demo"],
  );
  const matches = await passwordMatches(credentials.password, found?.hash);
  const refusal = refusalOf(found, matches);
  if (found && !refusal) {
    await Promise.all([forgiveAttempt("sign-in-address", address), forgetAttempts("sign-in-account", account)]);
    return accept(found.id);
  }
  await recordRefusal(found?.id, refusal ?? "signIn.wrong", acting);
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
