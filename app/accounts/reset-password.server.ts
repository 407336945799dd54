import { row } from "~/platform/db/client.server";
import { type Acting, inTransaction, type Transaction } from "~/platform/db/transaction.server";
import type { Language } from "~/platform/i18n";
import { accept, type Result, refuse } from "~/platform/result";
import { countAttempt, countedAddress } from "./attempts.server";
import { accountOfLink } from "./confirm-email.server";
import type { CodeRefusal } from "./confirm-phone.server";
import { redeemCode, tryCode } from "./one-time-code.server";
import { redeemToken, voidTokens } from "./one-time-token.server";
import { type PasswordProblem, passwordProblem } from "./password";
import { hashOfPassword } from "./password.server";
import { endSessions } from "./session.server";
import { tellAccount } from "./tell-account.server";

/**
 * Sets a new password by a mailed link and ends every session of the account. The link also proves the address, so it
 * confirms it.
 */
export async function resetPassword(
  secret: string,
  password: string,
  acting: Acting,
): Promise<Result<null, PasswordProblem | "link.dead">> {
  const account = await accountOfLink("reset-password", secret, acting.now);
  if (!account) return refuse("link.dead");
  const problem = passwordProblem(password, account);
  if (problem) return refuse(problem);
  const passwordHash = await hashOfPassword(password);
  return inTransaction(acting, async (tx) => {
    const token = await redeemToken(tx, "reset-password", secret);
    if (token?.accountId !== account.id) return refuse("link.dead");
    await setPassword(tx, account.id, passwordHash, "emailConfirmedAt");
    await voidTokens(tx, "confirm-email", account.id);
    return accept(null);
  });
}

/** Sets a new password by the code sent to the account's phone, which proves the number as the link proves the address. */
export async function resetPasswordByCode(
  input: { codeId: string; code: string; password: string },
  clientAddress: string,
  acting: Acting,
): Promise<Result<null, PasswordProblem | CodeRefusal>> {
  if (!(await countAttempt("code-address", countedAddress(clientAddress)))) return refuse("tooManyAttempts");
  const tried = await tryCode("reset-password", input.codeId, input.code, acting.now);
  if (!tried.ok) return tried;
  const { accountId, phone } = tried.value;
  const account = await row<{ name: string; email: string | null }>(
    "SELECT name, email FROM accounts WHERE id = $1 AND phone = $2 AND disabled_at IS NULL",
    [accountId, phone],
  );
  if (!account || accountId === null) return refuse("code.dead");
  const problem = passwordProblem(input.password, { ...account, phone });
  if (problem) return refuse(problem);
  const passwordHash = await hashOfPassword(input.password);
  return inTransaction(acting, async (tx) => {
    if (!(await redeemCode(tx, input.codeId))) return refuse("code.dead");
    await setPassword(tx, accountId, passwordHash, "phoneConfirmedAt");
    return accept(null);
  });
}

async function setPassword(
  tx: Transaction,
  accountId: string,
  passwordHash: string,
  proven: "emailConfirmedAt" | "phoneConfirmedAt",
): Promise<void> {
  const account = await tx.prisma.account.findUniqueOrThrow({
    where: { id: accountId },
    select: { email: true, phone: true, language: true, emailConfirmedAt: true, phoneConfirmedAt: true },
  });
  await tx.prisma.account.update({
    where: { id: accountId },
    data: { passwordHash, [proven]: account[proven] ?? tx.now, version: { increment: 1 } },
  });
  const sessionsEnded = await endSessions(tx, accountId);
  tx.record({ event: "account.password-reset", subject: { kind: "account", id: accountId }, data: { sessionsEnded } });
  await tellAccount(tx, "passwordChanged", { ...account, language: account.language as Language }, "/quen-mat-khau");
}
