import { type Acting, inTransaction } from "~/platform/db/transaction.server";
import { accept, type Result, refuse } from "~/platform/result";
import { countAttempt, countedAddress, mayWriteTo } from "./attempts.server";
import type { Contact } from "./contact";
import { type AskedConfirmation, decoy, knownContact, sendConfirmation } from "./sign-up.server";

/** Sends the confirmation again, if there is an account that waits for it; the answer does not tell. */
export async function resendConfirmation(
  contact: Contact,
  clientAddress: string,
  acting: Acting,
): Promise<Result<AskedConfirmation, "tooManyAttempts">> {
  if (!(await countAttempt("form-address", countedAddress(clientAddress)))) return refuse("tooManyAttempts");
  const isAllowed = await mayWriteTo(contact, clientAddress);
  const known = await knownContact(contact);
  const waits = isAllowed && known !== undefined && !known.confirmed && !known.disabled;
  return inTransaction(acting, async (tx) =>
    accept(waits ? await sendConfirmation(tx, known.id, contact, known.language) : await decoy(tx, contact)),
  );
}
