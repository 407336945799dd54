import { randomInt } from "node:crypto";
import { row } from "~/platform/db/client.server";
import { type Acting, inTransaction, type Transaction } from "~/platform/db/transaction.server";
import { hashOfSecret } from "~/platform/http/secret.server";
import { accept, type Result, refuse } from "~/platform/result";
import { activationAsPrinted, newActivationCode, readActivationCode } from "./activation-code";
import { countAttempt, countedAddress } from "./attempts.server";
import { contactAsWritten } from "./contact";
import { findToken, issueToken, redeemToken, tokenEnd, voidTokens } from "./one-time-token.server";
import { type PasswordProblem, passwordProblem } from "./password";
import { hashOfPassword } from "./password.server";
import type { Actor } from "./session.server";

/** What the sheet says that an owner is handed; the code as printed stands nowhere else. */
export interface Activation {
  code: string;
  name: string;
  contact: string;
  validUntil: Date;
}

/**
 * A set-up code to be printed for an owner's account that has no password yet: fourteen days, one use; the ones printed
 * before stop working. Undefined where the account's owner has chosen a password already.
 */
export async function issueActivation(
  tx: Transaction,
  { accountId, enterpriseId }: { accountId: string; enterpriseId: string },
  actor: Actor,
): Promise<Activation | undefined> {
  const account = await tx.prisma.account.findFirst({
    where: { id: accountId, role: "owner", passwordHash: null, disabledAt: null },
    select: { name: true, email: true, phone: true },
  });
  if (!account) return undefined;
  await voidTokens(tx, "activation", accountId);
  const code = newActivationCode((below) => randomInt(below));
  await issueToken(tx, { purpose: "activation", accountId, createdById: actor.accountId }, code);
  tx.record({ event: "account.set-up-code-issued", subject: { kind: "account", id: accountId }, enterpriseId });
  return {
    code: activationAsPrinted(code),
    name: account.name,
    contact: contactAsWritten({ email: account.phone === null ? account.email : null, phone: account.phone }),
    validUntil: tokenEnd("activation", tx.now),
  };
}

/** Chooses the account's password by the printed code; answers the account, whose contact the code vouches for. */
export async function activateAccount(
  input: { code: string; password: string },
  clientAddress: string,
  acting: Acting,
): Promise<Result<string, PasswordProblem | DeadCode | "tooManyAttempts">> {
  if (!(await countAttempt("code-address", countedAddress(clientAddress)))) return refuse("tooManyAttempts");
  const code = readActivationCode(input.code);
  const token = await findToken("activation", code, acting.now);
  if (!token) return refuse(await whyDead(code));
  const account = await row<{ id: string; name: string; email: string | null; phone: string | null }>(
    "SELECT id, name, email, phone FROM accounts WHERE id = $1 AND password_hash IS NULL AND disabled_at IS NULL",
    [token.accountId],
  );
  if (!account) return refuse(await whyDead(code));
  const problem = passwordProblem(input.password, account);
  if (problem) return refuse(problem);
  const passwordHash = await hashOfPassword(input.password);
  return inTransaction({ ...acting, actorId: account.id }, async (tx) => {
    if (!(await redeemToken(tx, "activation", code))) return refuse("activation.used");
    const before = await tx.prisma.account.findUniqueOrThrow({
      where: { id: account.id },
      select: { emailConfirmedAt: true, phoneConfirmedAt: true },
    });
    await tx.prisma.account.update({
      where: { id: account.id },
      data: {
        passwordHash,
        ...(account.phone === null
          ? { emailConfirmedAt: before.emailConfirmedAt ?? tx.now }
          : { phoneConfirmedAt: before.phoneConfirmedAt ?? tx.now }),
        version: { increment: 1 },
      },
    });
    tx.record({ event: "account.activated", subject: { kind: "account", id: account.id } });
    return accept(account.id);
  });
}

type DeadCode =
  | "activation.wrong"
  | "activation.used"
  | "activation.replaced"
  | "activation.expired"
  | "signIn.disabled";

/** Why a code does not work, told to who holds it: the fifty-five bits of a code that was never printed are not guessed. */
async function whyDead(code: string): Promise<DeadCode> {
  const printed = await row<{ isDisabled: boolean; isActive: boolean; isReplaced: boolean }>(
    `SELECT a.disabled_at IS NOT NULL AS "isDisabled", a.password_hash IS NOT NULL AS "isActive",
        t.used_at IS NOT NULL AS "isReplaced"
      FROM one_time_tokens t JOIN accounts a ON a.id = t.account_id WHERE t.token_hash = $1 AND t.purpose = 'activation'`,
    [hashOfSecret(code)],
  );
  if (!printed) return "activation.wrong";
  if (printed.isDisabled) return "signIn.disabled";
  if (printed.isActive) return "activation.used";
  return printed.isReplaced ? "activation.replaced" : "activation.expired";
}
