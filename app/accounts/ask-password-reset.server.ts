import { row } from "~/platform/db/client.server";
import { type Acting, inTransaction } from "~/platform/db/transaction.server";
import type { Language } from "~/platform/i18n";
import { accept, type Result, refuse } from "~/platform/result";
import { queueAccountMail } from "./account-mail.server";
import { countAttempt, countedAddress, countedEmail } from "./attempts.server";
import { issueToken, voidTokens } from "./one-time-token.server";

/** Mails a link that sets a new password, if the address has an account; the answer does not tell. */
export async function askPasswordReset(
  email: string,
  clientAddress: string,
  acting: Acting,
): Promise<Result<null, "tooManyAttempts">> {
  if (!(await countAttempt("form-address", countedAddress(clientAddress)))) return refuse("tooManyAttempts");
  if (!(await countAttempt("mail-recipient", countedEmail(email)))) return accept(null);
  const account = await row<{ id: string; language: Language }>(
    "SELECT id, language FROM accounts WHERE email = $1 AND disabled_at IS NULL",
    [email],
  );
  if (!account) return accept(null);
  return inTransaction(acting, async (tx) => {
    await voidTokens(tx, "reset-password", account.id);
    const secret = await issueToken(tx, { purpose: "reset-password", accountId: account.id });
    tx.record({ event: "account.password-reset-asked", subject: { kind: "account", id: account.id } });
    await queueAccountMail(tx, "resetPassword", { email, language: account.language }, `/dat-lai-mat-khau/${secret}`);
    return accept(null);
  });
}
