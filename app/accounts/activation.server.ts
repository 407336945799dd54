import { randomInt } from "node:crypto";
import { row } from "~/platform/db/client.server";
import { type Acting, inTransaction, type Transaction } from "~/platform/db/transaction.server";
import { accept, type Result, refuse } from "~/platform/result";
import { activationAsPrinted, newActivationCode, readActivationCode } from "./activation-code";
import { countAttempt, countedAddress } from "./attempts.server";
import { findToken, issueToken, redeemToken, voidTokens } from "./one-time-token.server";
import { type PasswordProblem, passwordProblem } from "./password";
import { hashOfPassword } from "./password.server";

/**
 * A set-up code to be printed for an account that has no password yet: fourteen days, one use; the ones printed before
 * stop working. Answers it as printed, or undefined where the account's owner has chosen a password already.
 */
export async function issueActivation(
  tx: Transaction,
  accountId: string,
  createdById: string,
): Promise<string | undefined> {
  const open = await tx.prisma.account.count({ where: { id: accountId, passwordHash: null, disabledAt: null } });
  if (open === 0) return undefined;
  await voidTokens(tx, "activation", accountId);
  const code = newActivationCode((below) => randomInt(below));
  await issueToken(tx, { purpose: "activation", accountId, createdById }, code);
  tx.record({ event: "account.set-up-code-issued", subject: { kind: "account", id: accountId } });
  return activationAsPrinted(code);
}

/** Chooses the account's password by the printed code; answers the account, whose contact the code vouches for. */
export async function activateAccount(
  input: { code: string; password: string },
  clientAddress: string,
  acting: Acting,
): Promise<Result<string, PasswordProblem | "activation.wrong" | "tooManyAttempts">> {
  if (!(await countAttempt("code-address", countedAddress(clientAddress)))) return refuse("tooManyAttempts");
  const code = readActivationCode(input.code);
  const token = await findToken("activation", code, acting.now);
  const account = await row<{ id: string; name: string; email: string | null; phone: string | null }>(
    "SELECT id, name, email, phone FROM accounts WHERE id = $1 AND password_hash IS NULL AND disabled_at IS NULL",
    [token?.accountId ?? null],
  );
  if (!account) return refuse("activation.wrong");
  const problem = passwordProblem(input.password, account);
  if (problem) return refuse(problem);
  const passwordHash = await hashOfPassword(input.password);
  return inTransaction({ ...acting, actorId: account.id }, async (tx) => {
    if (!(await redeemToken(tx, "activation", code))) return refuse("activation.wrong");
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
