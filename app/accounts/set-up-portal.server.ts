import { type Acting, inTransaction } from "~/platform/db/transaction.server";
import type { Language } from "~/platform/i18n";
import { accept, type Result, refuse } from "~/platform/result";
import { hasAdministrator } from "./offer-set-up.server";
import { findToken, redeemToken } from "./one-time-token.server";
import { openAccount, unlessContactTaken } from "./open-account.server";
import { type PasswordProblem, passwordProblem } from "./password";
import { hashOfPassword } from "./password.server";

/** Whether the link still sets the portal up: it does until there is an administrator. */
export async function maySetUp(secret: string, now: Date): Promise<boolean> {
  return (await findToken("set-up", secret, now)) !== undefined && !(await hasAdministrator());
}

/** Opens the first administrator's account; answers its id. */
export async function setUpPortal(
  secret: string,
  input: { name: string; email: string; password: string; language: Language },
  acting: Acting,
): Promise<Result<string, PasswordProblem | "link.dead" | "contact.taken">> {
  if (!(await maySetUp(secret, acting.now))) return refuse("link.dead");
  const problem = passwordProblem(input.password, input);
  if (problem) return refuse(problem);
  const passwordHash = await hashOfPassword(input.password);
  const { name, email, language } = input;
  return unlessContactTaken(() =>
    inTransaction(acting, async (tx) => {
      if (!(await redeemToken(tx, "set-up", secret))) return refuse("link.dead");
      return accept(
        await openAccount(tx, { name, contact: { email }, passwordHash, role: "administrator", language }, "set-up"),
      );
    }),
  );
}
