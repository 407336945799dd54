import { row } from "~/platform/db/client.server";
import { type Acting, inTransaction } from "~/platform/db/transaction.server";
import type { Language } from "~/platform/i18n";
import { accept, type Result, refuse } from "~/platform/result";
import { isRole, type Role } from "./access";
import { limitToAreas } from "./account-areas.server";
import type { Contact } from "./contact";
import { addMember } from "./membership.server";
import { findToken, type OneTimeToken, redeemToken } from "./one-time-token.server";
import { openAccount, unlessContactTaken } from "./open-account.server";
import { type PasswordProblem, passwordProblem } from "./password";
import { hashOfPassword } from "./password.server";
import type { Actor } from "./session.server";

export interface Invitation {
  contact: Contact;
  role: Role;
  /** Whose member the invited becomes; null where staff are invited. */
  enterprise: { id: string; name: string } | null;
  /** Whether the contact has an account already, which then joins instead of a new one being opened. */
  hasAccount: boolean;
}

function contactOf({ email, phone }: OneTimeToken): Contact | undefined {
  if (email !== null) return { email };
  return phone === null ? undefined : { phone };
}

/** What a link invites to, while it works. */
export async function findInvitation(secret: string, now: Date): Promise<Invitation | undefined> {
  const token = await findToken("invitation", secret, now);
  const contact = token && contactOf(token);
  if (!token || !contact || !isRole(token.role)) return undefined;
  const about = await row<{ name: string | null; hasAccount: boolean }>(
    `SELECT (SELECT name FROM enterprises WHERE id = $1) AS name, EXISTS (SELECT FROM accounts
        WHERE (email = $2 AND email_confirmed_at IS NOT NULL) OR (phone = $2 AND phone_confirmed_at IS NOT NULL)) AS "hasAccount"`,
    [token.enterpriseId, contact.email ?? contact.phone],
  );
  return {
    contact,
    role: token.role,
    enterprise: token.enterpriseId === null ? null : { id: token.enterpriseId, name: about?.name ?? "" },
    hasAccount: about?.hasAccount === true,
  };
}

/** Opens the invited account. Contact and role come from the invitation alone; answers the account's id. */
export async function acceptInvitation(
  secret: string,
  input: { name: string; password: string; language: Language },
  acting: Acting,
): Promise<Result<string, PasswordProblem | "link.dead" | "contact.taken">> {
  const invitation = await findInvitation(secret, acting.now);
  if (!invitation) return refuse("link.dead");
  const problem = passwordProblem(input.password, { ...invitation.contact, name: input.name });
  if (problem) return refuse(problem);
  const passwordHash = await hashOfPassword(input.password);
  return unlessContactTaken(() =>
    inTransaction(acting, async (tx) => {
      const token = await redeemToken(tx, "invitation", secret);
      const contact = token && contactOf(token);
      if (!token || !contact || !isRole(token.role)) return refuse("link.dead");
      const { name, language } = input;
      const accountId = await openAccount(
        tx,
        { name, contact, passwordHash, role: token.role, language },
        "invitation",
      );
      tx.record({ event: "invitation.accepted", subject: { kind: "invitation", id: token.id }, data: { accountId } });
      if (token.areaIds.length > 0) await limitToAreas(tx, accountId, token.areaIds);
      if (token.enterpriseId !== null) await addMember(tx, token.enterpriseId, { accountId, name });
      return accept(accountId);
    }),
  );
}

/** Makes who is signed in a member of the enterprise that the link invites to; answers the enterprise's id. */
export async function joinByInvitation(
  secret: string,
  actor: Actor,
  acting: Acting,
): Promise<Result<string, "link.dead">> {
  return inTransaction(acting, async (tx) => {
    const token = await redeemToken(tx, "invitation", secret);
    if (!token?.enterpriseId) return refuse("link.dead");
    const { id, enterpriseId } = token;
    tx.record({
      event: "invitation.accepted",
      subject: { kind: "invitation", id },
      enterpriseId,
      data: { accountId: actor.accountId },
    });
    await addMember(tx, enterpriseId, actor);
    return accept(enterpriseId);
  });
}
