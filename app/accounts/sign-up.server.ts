import { row } from "~/platform/db/client.server";
import { type Acting, inTransaction, isUniqueViolation, type Transaction } from "~/platform/db/transaction.server";
import type { Language } from "~/platform/i18n";
import { accept, type Result, refuse } from "~/platform/result";
import { queueAccountMail } from "./account-mail.server";
import { countAttempt, countedAddress, countedEmail } from "./attempts.server";
import { issueToken, voidTokens } from "./one-time-token.server";
import { type PasswordProblem, passwordProblem } from "./password";
import { hashOfPassword } from "./password.server";

export interface NewOwner {
  name: string;
  email: string;
  password: string;
  language: Language;
}

/**
 * Signs an owner up; the account opens when the mailed link is confirmed. The answer is the same whether or not the
 * address was known. Signing up again before confirming replaces what was typed before and every link sent before, so
 * that nobody's mailbox can confirm a password that somebody else chose earlier.
 */
export async function signUp(
  input: NewOwner,
  clientAddress: string,
  acting: Acting,
): Promise<Result<null, PasswordProblem | "tooManyAttempts">> {
  const problem = passwordProblem(input.password, input);
  if (problem) return refuse(problem);
  if (!(await countAttempt("form-address", countedAddress(clientAddress)))) return refuse("tooManyAttempts");
  const passwordHash = await hashOfPassword(input.password);
  if (!(await countAttempt("mail-recipient", countedEmail(input.email)))) return accept(null);
  const details = { name: input.name, passwordHash, language: input.language };
  const known = await row<{ id: string; confirmed: boolean; disabled: boolean; language: Language }>(
    `SELECT id, email_confirmed_at IS NOT NULL AS confirmed, disabled_at IS NOT NULL AS disabled, language
      FROM accounts WHERE email = $1`,
    [input.email],
  );
  if (known?.disabled) return accept(null);
  try {
    return await inTransaction(acting, async (tx) => {
      if (known?.confirmed) {
        await queueAccountMail(tx, "alreadySignedUp", { ...input, language: known.language }, "/dang-nhap");
        return accept(null);
      }
      const accountId = known ? await replace(tx, known.id, details) : await create(tx, input.email, details);
      if (accountId) await sendConfirmation(tx, { ...input, id: accountId });
      return accept(null);
    });
  } catch (error) {
    // The same form sent twice at once: the first one has mailed the link.
    if (isUniqueViolation(error, "email")) return accept(null);
    throw error;
  }
}

interface Details {
  name: string;
  passwordHash: string;
  language: Language;
}

async function create(tx: Transaction, email: string, details: Details): Promise<string> {
  const { id } = await tx.prisma.account.create({
    data: { ...details, email, role: "owner", createdAt: tx.now },
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
    where: { id, emailConfirmedAt: null, disabledAt: null },
    data: { ...details, version: { increment: 1 } },
  });
  if (count === 0) return undefined;
  tx.record({ event: "account.signed-up-again", subject: { kind: "account", id } });
  return id;
}

/** Mails a new link that confirms the address; the ones sent before stop working. */
export async function sendConfirmation(
  tx: Transaction,
  account: { id: string; email: string; language: Language },
): Promise<void> {
  await voidTokens(tx, "confirm-email", account.id);
  const secret = await issueToken(tx, { purpose: "confirm-email", accountId: account.id });
  await queueAccountMail(tx, "confirmEmail", account, `/xac-nhan-email/${secret}`);
}
