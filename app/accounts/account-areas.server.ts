import type { Transaction } from "~/platform/db/transaction.server";

/** Limits a member of the digital team to these areas and no others; everyone else has none. */
export async function limitToAreas(tx: Transaction, accountId: string, areaIds: readonly string[]): Promise<void> {
  await tx.prisma.accountArea.deleteMany({ where: { accountId } });
  await tx.prisma.accountArea.createMany({ data: areaIds.map((areaId) => ({ accountId, areaId })) });
}

/** Gives an account other areas, and journals it where they are others. */
export async function changeAreas(tx: Transaction, accountId: string, areaIds: readonly string[]): Promise<void> {
  const held = await tx.prisma.accountArea.findMany({ where: { accountId }, select: { areaId: true } });
  const before = held.map(({ areaId }) => areaId).toSorted();
  const after = areaIds.toSorted();
  if (before.join() === after.join()) return;
  await limitToAreas(tx, accountId, after);
  tx.record({
    event: "account.areas-changed",
    subject: { kind: "account", id: accountId },
    data: { before: { areas: before }, after: { areas: after } },
  });
}
