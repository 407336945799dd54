import { type Acting, inTransaction, type Transaction } from "~/platform/db/transaction.server";
import { accept, type Result, refuse } from "~/platform/result";
import { may } from "./access";
import type { Actor } from "./session.server";

/** Limits a member of the digital team to these areas and no others. */
export async function limitToAreas(tx: Transaction, accountId: string, areaIds: readonly string[]): Promise<void> {
  await tx.prisma.accountArea.deleteMany({ where: { accountId } });
  await tx.prisma.accountArea.createMany({ data: areaIds.map((areaId) => ({ accountId, areaId })) });
}

/** Gives a member of the digital team other areas, at least one. */
export async function changeAccountAreas(
  { accountId, areaIds }: { accountId: string; areaIds: readonly string[] },
  actor: Actor,
  acting: Acting,
): Promise<Result<null, "notFound" | "areas.missing">> {
  if (!may(actor.role, "account.administer")) return refuse("notFound");
  if (areaIds.length === 0) return refuse("areas.missing");
  return inTransaction(acting, async (tx): Promise<Result<null, "notFound">> => {
    const account = await tx.prisma.account.findFirst({
      where: { id: accountId, role: "digital-team" },
      select: { id: true },
    });
    if (!account) return refuse("notFound");
    const before = await tx.prisma.accountArea.findMany({ where: { accountId }, select: { areaId: true } });
    await limitToAreas(tx, accountId, areaIds);
    tx.record({
      event: "account.areas-changed",
      subject: { kind: "account", id: accountId },
      data: { before: { areas: before.map(({ areaId }) => areaId) }, after: { areas: areaIds } },
    });
    return accept(null);
  });
}
