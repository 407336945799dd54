import { actsFor, tellMembers } from "~/accounts/membership.server";
import { accountsToTell, membersToTell } from "~/accounts/notify.server";
import type { Actor } from "~/accounts/session.server";
import { type Acting, inTransaction } from "~/platform/db/transaction.server";
import { accept, type Result, refuse } from "~/platform/result";

type Refusal = "notFound" | "member.last";

/**
 * Ends somebody's membership: their own (they leave) or another's. Somebody who can sign in always remains; of two last
 * members who leave at once, one stays, because each waits for the other's decision on the same locked rows.
 */
export async function removeMember(
  { enterpriseId, accountId }: { enterpriseId: string; accountId: string },
  actor: Actor,
  acting: Acting,
): Promise<Result<null, Refusal>> {
  return inTransaction(acting, async (tx): Promise<Result<null, Refusal>> => {
    if (!(await actsFor(tx, actor.accountId, enterpriseId))) return refuse("notFound");
    const members = await tx.prisma.$queryRaw<{ accountId: string; name: string; isActive: boolean }[]>`
      SELECT m.account_id AS "accountId", a.name,
        a.disabled_at IS NULL AND COALESCE(a.email_confirmed_at, a.phone_confirmed_at) IS NOT NULL AS "isActive"
      FROM memberships m JOIN accounts a ON a.id = m.account_id
      WHERE m.enterprise_id = ${enterpriseId}::uuid ORDER BY m.account_id FOR UPDATE OF m`;
    const leaving = members.find((member) => member.accountId === accountId);
    if (!leaving) return refuse("notFound");
    if (!members.some((member) => member.isActive && member !== leaving)) return refuse("member.last");
    await tx.prisma.membership.delete({ where: { accountId_enterpriseId: { accountId, enterpriseId } } });
    await tx.prisma.formerMember.upsert({
      where: { accountId_enterpriseId: { accountId, enterpriseId } },
      create: { accountId, enterpriseId, leftAt: tx.now },
      update: { leftAt: tx.now },
    });
    const event = accountId === actor.accountId ? "member.left" : "member.removed";
    tx.record({ event, subject: { kind: "enterprise", id: enterpriseId }, enterpriseId, data: { accountId } });
    const remaining = (await membersToTell(tx, enterpriseId)).filter((member) => member.accountId !== actor.accountId);
    await tellMembers(tx, remaining, event, enterpriseId, leaving.name);
    if (event === "member.removed") {
      const removed = await accountsToTell(tx, [accountId]);
      await tellMembers(tx, removed, event, enterpriseId, leaving.name, "/ban-lam-viec");
    }
    return accept(null);
  });
}
