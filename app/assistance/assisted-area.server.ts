import type { Transaction } from "~/platform/db/transaction.server";

/** Whether an account of the digital team may register in an area: one of its own, or one that took its own in. */
export async function mayAssistIn(tx: Transaction, accountId: string, areaId: string): Promise<boolean> {
  const found = await tx.prisma.$queryRaw<unknown[]>`
    SELECT 1 FROM account_areas m
    WHERE m.account_id = ${accountId}::uuid AND (m.area_id = ${areaId}
      OR EXISTS (SELECT FROM area_successions s WHERE s.from_id = m.area_id AND s.to_id = ${areaId}))
    LIMIT 1`;
  return found.length > 0;
}
