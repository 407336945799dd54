import { type Acting, inTransaction } from "~/platform/db/transaction.server";
import { environment } from "~/platform/env.server";
import { accept, type Result, refuse } from "~/platform/result";
import { isRole, may, type Role } from "./access";
import { type AccountChangeRefusal, accountChangeRefusal } from "./account-change";
import { endMandates } from "./membership.server";
import { type Actor, endSessions } from "./session.server";

export interface AccountChange {
  accountId: string;
  version: number;
  role: Role;
  isDisabled: boolean;
}

/** Gives an account another role, or disables or enables it; disabling ends its sessions at once. */
export async function changeAccount(
  change: AccountChange,
  actor: Actor,
  acting: Acting,
): Promise<Result<null, AccountChangeRefusal | "notFound" | "stale">> {
  if (!may(actor.role, "account.administer")) return refuse("notFound");
  const isDemo = environment().PORTAL_MODE === "demo";
  return inTransaction(acting, async (tx) => {
    // Locked in one order, so that two administrators cannot each demote the other.
    const administrators = await tx.prisma.$queryRaw<{ id: string }[]>`
      SELECT id FROM accounts
      WHERE role = 'administrator' AND disabled_at IS NULL AND COALESCE(email_confirmed_at, phone_confirmed_at) IS NOT NULL AND (NOT is_demo OR ${isDemo})
      ORDER BY id FOR UPDATE`;
    const account = await tx.prisma.account.findUnique({
      where: { id: change.accountId },
      select: { id: true, role: true, disabledAt: true },
    });
    if (!account || !isRole(account.role)) return refuse("notFound");
    const before = { id: account.id, role: account.role, isDisabled: account.disabledAt !== null };
    const ids = administrators.map(({ id }) => id);
    if (!ids.includes(actor.accountId)) return refuse("notFound");
    const refusal = accountChangeRefusal(before, change, actor.accountId, ids);
    if (refusal) return refuse(refusal);
    const { count } = await tx.prisma.account.updateMany({
      where: { id: change.accountId, version: change.version },
      data: {
        role: change.role,
        disabledAt: change.isDisabled ? (account.disabledAt ?? tx.now) : null,
        version: { increment: 1 },
      },
    });
    if (count === 0) return refuse("stale");
    const subject = { kind: "account", id: change.accountId };
    if (before.role !== change.role) {
      tx.record({
        event: "account.role-changed",
        subject,
        data: { before: { role: before.role }, after: { role: change.role } },
      });
    }
    if (before.isDisabled !== change.isDisabled) {
      tx.record({ event: change.isDisabled ? "account.disabled" : "account.enabled", subject });
    }
    if (change.isDisabled) await endSessions(tx, change.accountId);
    if (change.isDisabled || before.role !== change.role) await endMandates(tx, change.accountId);
    return accept(null);
  });
}
