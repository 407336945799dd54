import { type Acting, inTransaction } from "~/platform/db/transaction.server";
import type { Language } from "~/platform/i18n";
import { accept, type Result, refuse } from "~/platform/result";
import { isRole, type Role } from "./access";
import { findToken, redeemToken } from "./one-time-token.server";
import { openAccount, unlessEmailTaken } from "./open-account.server";
import { type PasswordProblem, passwordProblem } from "./password";
import { hashOfPassword } from "./password.server";

export interface Invitation {
  email: string;
  role: Role;
}

/** What a link invites to, while it works. */
export async function findInvitation(secret: string, now: Date): Promise<Invitation | undefined> {
  const token = await findToken("invitation", secret, now);
  return token?.email && isRole(token.role) ? { email: token.email, role: token.role } : undefined;
}

/** Opens the invited account. Address and role come from the invitation alone; answers the account's id. */
export async function acceptInvitation(
  secret: string,
  input: { name: string; password: string; language: Language },
  acting: Acting,
): Promise<Result<string, PasswordProblem | "link.dead" | "email.taken">> {
  const invitation = await findInvitation(secret, acting.now);
  if (!invitation) return refuse("link.dead");
  const problem = passwordProblem(input.password, { ...invitation, name: input.name });
  if (problem) return refuse(problem);
  const passwordHash = await hashOfPassword(input.password);
  return unlessEmailTaken(() =>
    inTransaction(acting, async (tx) => {
      const token = await redeemToken(tx, "invitation", secret);
      if (!token?.email || !isRole(token.role)) return refuse("link.dead");
      const { email, role } = { email: token.email, role: token.role };
      const { name, language } = input;
      const accountId = await openAccount(tx, { name, email, passwordHash, role, language }, "invitation");
      tx.record({ event: "invitation.accepted", subject: { kind: "invitation", id: token.id }, data: { accountId } });
      return accept(accountId);
    }),
  );
}
