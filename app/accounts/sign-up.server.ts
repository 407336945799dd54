import { row } from "~/platform/db/client.server";
import { type Acting, inTransaction, isUniqueViolation, type Transaction } from "~/platform/db/transaction.server";
import type { Language } from "~/platform/i18n";
import { accept, type Result, refuse } from "~/platform/result";
import { countAttempt, countedAddress, mayWriteTo } from "./attempts.server";
import { type Contact, contactText } from "./contact";
import { issueDecoy } from "./one-time-code.server";
import { issueToken, voidTokens } from "./one-time-token.server";
import { type PasswordProblem, passwordProblem } from "./password";
import { hashOfPassword } from "./password.server";
import { sendCode } from "./send-code.server";
import { queueAccountMail, tellAccount } from "./tell-account.server";

export type NewOwner = Contact & {
  name: string;
  password: string;
  language: Language;
};

/** For a phone the id of the code that its page asks for; for an address, which is mailed a link, null. */
export type AskedConfirmation = string | null;

interface Known {
  id: string;
  confirmed: boolean;
  disabled: boolean;
  language: Language;
}

/** What is known of a contact, confirmed or not. */
export const knownContact = (contact: Contact): Promise<Known | undefined> =>
  row<Known>(
    `SELECT id, COALESCE(email_confirmed_at, phone_confirmed_at) IS NOT NULL AS confirmed,
        disabled_at IS NOT NULL AS disabled, language
      FROM accounts WHERE email = $1 OR phone = $1`,
    [contactText(contact)],
  );

/**
 * Signs an owner up; the account opens when the mailed link or the code sent to the phone is confirmed. The answer is the
 * same whether or not the contact was known. Signing up again before confirming replaces what was typed before and every
 * link and code sent before, so that nobody's mailbox or phone can confirm a password that somebody else chose earlier.
 */
export async function signUp(
  input: NewOwner,
  clientAddress: string,
  acting: Acting,
): Promise<Result<AskedConfirmation, PasswordProblem | "tooManyAttempts">> {
  const problem = passwordProblem(input.password, input);
  if (problem) return refuse(problem);
  if (!(await countAttempt("form-address", countedAddress(clientAddress)))) return refuse("tooManyAttempts");
  const passwordHash = await hashOfPassword(input.password);
  const { name, password: _typed, language, ...contact } = input;
  const details = { name, passwordHash, language };
  const isAllowed = await mayWriteTo(contact, clientAddress);
  const known = await knownContact(contact);
  try {
    return await inTransaction(acting, async (tx) => {
      if (!isAllowed || known?.disabled) return accept(await decoy(tx, contact));
      if (known?.confirmed) {
        await tellAccount(tx, "alreadySignedUp", { ...contact, language: known.language }, "/dang-nhap");
        return accept(await decoy(tx, contact));
      }
      const accountId = known ? await replace(tx, known.id, details) : await create(tx, contact, details);
      return accept(accountId ? await sendConfirmation(tx, accountId, contact, language) : await decoy(tx, contact));
    });
  } catch (error) {
    // The same form sent twice at once: the first one has written the account and sent what confirms it.
    if (!isUniqueViolation(error, contact.email === undefined ? "phone" : "email")) throw error;
    return inTransaction(acting, async (tx) => accept(await decoy(tx, contact)));
  }
}

/** What stands in the place of a code where none is sent, so that the answer looks the same. */
export const decoy = async (tx: Transaction, { phone }: Contact): Promise<AskedConfirmation> =>
  phone === undefined ? null : issueDecoy(tx, "confirm-phone", phone);

interface Details {
  name: string;
  passwordHash: string;
  language: Language;
}

async function create(tx: Transaction, contact: Contact, details: Details): Promise<string> {
  const { id } = await tx.prisma.account.create({
    data: { ...details, ...contact, role: "owner", createdAt: tx.now },
    select: { id: true },
  });
  tx.record({
    event: "account.signed-up",
    subject: { kind: "account", id },
    data: { after: { role: "owner", language: details.language } },
  });
  return id;
}

async function replace(tx: Transaction, id: string, details: Details): Promise<string | undefined> {
  const { count } = await tx.prisma.account.updateMany({
    where: { id, emailConfirmedAt: null, phoneConfirmedAt: null, disabledAt: null },
    data: { ...details, version: { increment: 1 } },
  });
  if (count === 0) return undefined;
  tx.record({ event: "account.signed-up-again", subject: { kind: "account", id } });
  return id;
}

/** Sends a new link or code that confirms the contact; the ones sent before stop working. */
export async function sendConfirmation(
  tx: Transaction,
  accountId: string,
  { email, phone }: Contact,
  language: Language,
): Promise<AskedConfirmation> {
  if (email === undefined) return sendCode(tx, { purpose: "confirm-phone", phone, accountId }, language);
  await voidTokens(tx, "confirm-email", accountId);
  const secret = await issueToken(tx, { purpose: "confirm-email", accountId });
  await queueAccountMail(tx, "confirmEmail", { email, language }, `/xac-nhan-email/${secret}`);
  return null;
}
