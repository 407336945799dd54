import { randomUUID } from "node:crypto";
import { countAttempt, mayWriteTo } from "~/accounts/attempts.server";
import { type Contact, contactText } from "~/accounts/contact";
import { actsFor } from "~/accounts/membership.server";
import { issueToken } from "~/accounts/one-time-token.server";
import type { Actor } from "~/accounts/session.server";
import { tellAccount } from "~/accounts/tell-account.server";
import { row } from "~/platform/db/client.server";
import { type Acting, inTransaction, isUniqueViolation } from "~/platform/db/transaction.server";
import { accept, type Result, refuse } from "~/platform/result";

type Refusal = "notFound" | "contact.member" | "tooManyAttempts";

/**
 * Invites somebody to be a member, by a link that works once and for seven days; an earlier one to the same contact
 * stops working. Sending one form twice invites once.
 */
export async function inviteMember(
  input: { id: string; enterpriseId: string; contact: Contact },
  clientAddress: string,
  actor: Actor,
  acting: Acting,
): Promise<Result<null, Refusal>> {
  const { id, enterpriseId, contact } = input;
  try {
    return await inTransaction(acting, async (tx): Promise<Result<null, Refusal>> => {
      if (!(await actsFor(tx, actor.accountId, enterpriseId))) return refuse("notFound");
      const member = await tx.prisma.membership.count({ where: { enterpriseId, account: contact } });
      if (member > 0) return refuse("contact.member");
      await tx.prisma.oneTimeToken.updateMany({
        where: { purpose: "invitation", enterpriseId, ...contact, usedAt: null, NOT: { id } },
        data: { usedAt: tx.now },
      });
      const secret = await issueToken(tx, {
        id,
        purpose: "invitation",
        ...contact,
        role: "owner",
        enterpriseId,
        createdById: actor.accountId,
      });
      if (!(await countAttempt("invitation-enterprise", enterpriseId))) return refuse("tooManyAttempts");
      if (!(await mayWriteTo(contact, clientAddress))) return refuse("tooManyAttempts");
      tx.record({ event: "invitation.sent", subject: { kind: "invitation", id }, enterpriseId });
      await tellAccount(tx, "joinInvitation", { ...contact, language: actor.language }, `/loi-moi/${secret}`);
      return accept(null);
    });
  } catch (error) {
    if (isUniqueViolation(error, "pkey")) return accept(null);
    throw error;
  }
}

/** Sends an invitation that still waits once more, with a new link. */
export async function resendInvitation(
  input: { id: string; enterpriseId: string },
  clientAddress: string,
  actor: Actor,
  acting: Acting,
): Promise<Result<null, Refusal>> {
  const found = await row<{ email: string | null; phone: string | null }>(
    `SELECT email, phone FROM one_time_tokens WHERE id = $1 AND enterprise_id = $2 AND purpose = 'invitation' AND used_at IS NULL`,
    [input.id, input.enterpriseId],
  );
  if (!found) return refuse("notFound");
  const contact: Contact = found.email === null ? { phone: found.phone ?? "" } : { email: found.email };
  if (contactText(contact) === "") return refuse("notFound");
  return inviteMember({ id: randomUUID(), enterpriseId: input.enterpriseId, contact }, clientAddress, actor, acting);
}

/** Withdraws an invitation that has not been accepted. */
export async function withdrawMemberInvitation(
  { id, enterpriseId }: { id: string; enterpriseId: string },
  actor: Actor,
  acting: Acting,
): Promise<Result<null, "notFound">> {
  return inTransaction(acting, async (tx) => {
    if (!(await actsFor(tx, actor.accountId, enterpriseId))) return refuse("notFound");
    const { count } = await tx.prisma.oneTimeToken.updateMany({
      where: { id, enterpriseId, purpose: "invitation", usedAt: null },
      data: { usedAt: tx.now },
    });
    if (count === 0) return refuse("notFound");
    tx.record({ event: "invitation.withdrawn", subject: { kind: "invitation", id }, enterpriseId });
    return accept(null);
  });
}
