import { type Acting, inTransaction } from "~/platform/db/transaction.server";
import { writeVersion } from "~/platform/db/versioned-record.server";
import { environment } from "~/platform/env.server";
import { accept, type Result, refuse } from "~/platform/result";
import { isRole, may, type Role } from "./access";
import { changeAreas } from "./account-areas.server";
import { type AccountChangeRefusal, accountChangeRefusal } from "./account-change";
import { endMandates } from "./membership.server";
import { type Actor, endSessions } from "./session.server";

export interface AccountChange {
  accountId: string;
  version: number;
  role: Role;
  isDisabled: boolean;
  /** The areas to which a member of the digital team is limited, at least one; they mean nothing for another role. */
  areaIds?: readonly string[];
}

/** Gives an account another role with its areas, or disables or enables it; disabling ends its sessions at once. */
export async function changeAccount(
  change: AccountChange,
  actor: Actor,
  acting: Acting,
): Promise<Result<null, AccountChangeRefusal | "notFound" | "stale" | "areas.missing">> {
  if (!may(actor.role, "account.administer")) return refuse("notFound");
  const areaIds = change.role === "digital-team" ? (change.areaIds ?? []) : [];
  if (change.role === "digital-team" && areaIds.length === 0) return refuse("areas.missing");
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
    const subject = { kind: "account", id: change.accountId };
    const disabledAt = change.isDisabled ? (account.disabledAt ?? tx.now) : null;
    const written = await writeVersion(tx, {
      subject,
      after: { role: change.role, disabledAt },
      find: () => tx.prisma.account.findUnique({ where: { id: subject.id }, select: { role: true, disabledAt: true } }),
      update: (version) =>
        tx.prisma.account.updateMany({
          where: { id: subject.id, version: change.version },
          data: { role: change.role, disabledAt, version },
        }),
    });
    if (!written.ok) return written;
    if (!written.value) return accept(null);
    await changeAreas(tx, subject.id, areaIds);
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
