import { type Acting, inTransaction } from "~/platform/db/transaction.server";
import { defaultLanguage, isLanguage } from "~/platform/i18n";
import { accept, type Result, refuse } from "~/platform/result";
import { queueAccountMail } from "./account-mail.server";
import { accountOfLink } from "./confirm-email.server";
import { redeemToken, voidTokens } from "./one-time-token.server";
import { type PasswordProblem, passwordProblem } from "./password";
import { hashOfPassword } from "./password.server";
import { endSessions } from "./session.server";

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
    const { language, emailConfirmedAt } = await tx.prisma.account.findUniqueOrThrow({
      where: { id: account.id },
      select: { language: true, emailConfirmedAt: true },
    });
    await tx.prisma.account.update({
      where: { id: account.id },
      data: { passwordHash, emailConfirmedAt: emailConfirmedAt ?? tx.now, version: { increment: 1 } },
    });
    await voidTokens(tx, "confirm-email", account.id);
    const sessionsEnded = await endSessions(tx, account.id);
    tx.record({
      event: "account.password-reset",
      subject: { kind: "account", id: account.id },
      data: { sessionsEnded },
    });
    const to = { email: account.email, language: isLanguage(language) ? language : defaultLanguage };
    await queueAccountMail(tx, "passwordChanged", to, "/quen-mat-khau");
    return accept(null);
  });
}
