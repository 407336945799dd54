import { type Acting, inTransaction, type Transaction } from "~/platform/db/transaction.server";
import { accept, type Result, refuse } from "~/platform/result";
import { countAttempt, countedAddress, mayWriteTo } from "./attempts.server";
import type { Contact } from "./contact";
import { issueDecoy } from "./one-time-code.server";
import { issueToken, voidTokens } from "./one-time-token.server";
import { sendCode } from "./send-code.server";
import { type AskedConfirmation, knownContact } from "./sign-up.server";
import { queueAccountMail } from "./tell-account.server";

/** Mails a link or sends a code that sets a new password, if the contact has an account; the answer does not tell. */
export async function askPasswordReset(
  contact: Contact,
  clientAddress: string,
  acting: Acting,
): Promise<Result<AskedConfirmation, "tooManyAttempts">> {
  if (!(await countAttempt("form-address", countedAddress(clientAddress)))) return refuse("tooManyAttempts");
  const isAllowed = await mayWriteTo(contact, clientAddress);
  const known = await knownContact(contact);
  const account = isAllowed && known && !known.disabled ? known : undefined;
  return inTransaction(acting, async (tx) => {
    if (!account) return accept(await decoy(tx, contact));
    const { id: accountId, language } = account;
    tx.record({ event: "account.password-reset-asked", subject: { kind: "account", id: accountId } });
    const { email, phone } = contact;
    if (email === undefined)
      return accept(await sendCode(tx, { purpose: "reset-password", phone, accountId }, language));
    await voidTokens(tx, "reset-password", accountId);
    const secret = await issueToken(tx, { purpose: "reset-password", accountId });
    await queueAccountMail(tx, "resetPassword", { email, language }, `/dat-lai-mat-khau/${secret}`);
    return accept(null);
  });
}

const decoy = async (tx: Transaction, { phone }: Contact): Promise<AskedConfirmation> =>
  phone === undefined ? null : issueDecoy(tx, "reset-password", phone);
