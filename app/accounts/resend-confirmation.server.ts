import { row } from "~/platform/db/client.server";
import { type Acting, inTransaction } from "~/platform/db/transaction.server";
import type { Language } from "~/platform/i18n";
import { accept, type Result, refuse } from "~/platform/result";
import { countAttempt, countedAddress, countedEmail } from "./attempts.server";
import { sendConfirmation } from "./sign-up.server";

/** Mails the confirmation link again, if there is an account that waits for it; the answer does not tell. */
export async function resendConfirmation(
  email: string,
  clientAddress: string,
  acting: Acting,
): Promise<Result<null, "tooManyAttempts">> {
  if (!(await countAttempt("form-address", countedAddress(clientAddress)))) return refuse("tooManyAttempts");
  if (!(await countAttempt("mail-recipient", countedEmail(email)))) return accept(null);
  const waiting = await row<{ id: string; language: Language }>(
    "SELECT id, language FROM accounts WHERE email = $1 AND email_confirmed_at IS NULL AND disabled_at IS NULL",
    [email],
  );
  if (!waiting) return accept(null);
  return inTransaction(acting, async (tx) => {
    await sendConfirmation(tx, { ...waiting, email });
    return accept(null);
  });
}
