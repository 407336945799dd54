import { row } from "~/platform/db/client.server";
import { type Acting, inTransaction, isUniqueViolation, type Transaction } from "~/platform/db/transaction.server";
import { isLanguage, type Language } from "~/platform/i18n";
import { accept, type Result, refuse } from "~/platform/result";
import { countAttempt, countedAddress, countedContact, forgetAttempts, mayWriteTo } from "./attempts.server";
import type { CodeRefusal } from "./confirm-phone.server";
import type { Contact } from "./contact";
import { issueDecoy, redeemCode, tryCode } from "./one-time-code.server";
import { findToken, issueToken, redeemToken, voidTokens } from "./one-time-token.server";
import { passwordMatches } from "./password.server";
import { sendCode } from "./send-code.server";
import type { Actor } from "./session.server";
import { type AskedConfirmation, knownContact } from "./sign-up.server";
import { queueAccountMail, tellAccount } from "./tell-account.server";

/**
 * Asks for another address or number for one's own account, given the present password; it counts once the link or code
 * sent to it comes back. Whether somebody else has it is told to them, never to who asked.
 */
export async function askContactChange(
  contact: Contact,
  current: string,
  clientAddress: string,
  actor: Actor,
  acting: Acting,
): Promise<Result<AskedConfirmation, "passwordPresent.wrong" | "tooManyAttempts">> {
  const counted = countedContact(actor.accountId);
  if (!(await countAttempt("sign-in-account", counted))) return refuse("tooManyAttempts");
  const stored = await row<{ hash: string | null }>("SELECT password_hash AS hash FROM accounts WHERE id = $1", [
    actor.accountId,
  ]);
  if (!(await passwordMatches(current, stored?.hash))) return refuse("passwordPresent.wrong");
  await forgetAttempts("sign-in-account", counted);
  if (!(await mayWriteTo(contact, clientAddress))) return refuse("tooManyAttempts");
  const known = await knownContact(contact);
  const { accountId, language } = actor;
  const { email, phone } = contact;
  return inTransaction(acting, async (tx): Promise<Result<AskedConfirmation, never>> => {
    const isTaken = known?.confirmed === true && known.id !== accountId;
    if (isTaken) await tellAccount(tx, "alreadySignedUp", { ...contact, language: known.language }, "/dang-nhap");
    if (email === undefined) {
      return accept(
        isTaken
          ? await issueDecoy(tx, "change-phone", phone)
          : await sendCode(tx, { purpose: "change-phone", phone, accountId }, language),
      );
    }
    if (isTaken) return accept(null);
    await voidTokens(tx, "change-email", accountId);
    const secret = await issueToken(tx, { purpose: "change-email", accountId, email });
    await queueAccountMail(tx, "changeEmail", { email, language }, `/tai-khoan/email/${secret}`);
    return accept(null);
  });
}

/** Takes the number over into one's own account by the code sent to it. */
export async function confirmOwnPhone(
  codeId: string,
  code: string,
  clientAddress: string,
  actor: Actor,
  acting: Acting,
): Promise<Result<null, CodeRefusal | "contact.taken">> {
  if (!(await countAttempt("code-address", countedAddress(clientAddress)))) return refuse("tooManyAttempts");
  const tried = await tryCode("change-phone", codeId, code, acting.now);
  if (!tried.ok) return tried;
  const { accountId, phone } = tried.value;
  if (accountId !== actor.accountId) return refuse("code.dead");
  return unlessTaken(() =>
    inTransaction(acting, async (tx) => {
      if (!(await redeemCode(tx, codeId))) return refuse("code.dead");
      await takeContact(tx, accountId, { phone });
      return accept(null);
    }),
  );
}

/** The address that a link makes one's own account's, while the link works and the account is the one signed in. */
export async function emailOfLink(secret: string, actor: Actor, now: Date): Promise<string | undefined> {
  const token = await findToken("change-email", secret, now);
  return token?.accountId === actor.accountId ? (token.email ?? undefined) : undefined;
}

/** Takes the address over into one's own account by the link mailed to it. */
export async function confirmOwnEmail(
  secret: string,
  actor: Actor,
  acting: Acting,
): Promise<Result<null, "link.dead" | "contact.taken">> {
  if ((await emailOfLink(secret, actor, acting.now)) === undefined) return refuse("link.dead");
  return unlessTaken(() =>
    inTransaction(acting, async (tx) => {
      const token = await redeemToken(tx, "change-email", secret);
      if (!token?.email || token.accountId !== actor.accountId) return refuse("link.dead");
      await takeContact(tx, actor.accountId, { email: token.email });
      return accept(null);
    }),
  );
}

async function takeContact(tx: Transaction, accountId: string, contact: Contact): Promise<void> {
  // A sign-up that never confirmed this contact, and to which nothing belongs, makes room for who proved it.
  await tx.prisma.account.deleteMany({
    where: {
      ...contact,
      NOT: { id: accountId },
      emailConfirmedAt: null,
      phoneConfirmedAt: null,
      memberships: { none: {} },
    },
  });
  const before = await tx.prisma.account.findUniqueOrThrow({
    where: { id: accountId },
    select: { email: true, phone: true, language: true },
  });
  const isEmail = contact.email !== undefined;
  await tx.prisma.account.update({
    where: { id: accountId },
    data: {
      ...(isEmail
        ? { email: contact.email, emailConfirmedAt: tx.now }
        : { phone: contact.phone, phoneConfirmedAt: tx.now }),
      version: { increment: 1 },
    },
  });
  const language: Language = isLanguage(before.language) ? before.language : "vi";
  tx.record({
    event: isEmail ? "account.email-changed" : "account.phone-changed",
    subject: { kind: "account", id: accountId },
  });
  await tellAccount(tx, "contactChanged", { ...before, language }, "/tai-khoan");
}

async function unlessTaken<C extends string>(
  work: () => Promise<Result<null, C>>,
): Promise<Result<null, C | "contact.taken">> {
  try {
    return await work();
  } catch (error) {
    if (isUniqueViolation(error)) return refuse("contact.taken");
    throw error;
  }
}
