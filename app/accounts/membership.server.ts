import type { Transaction } from "~/platform/db/transaction.server";

/** Whether an account may act for an enterprise, asked on the transaction's own connection. */
export async function actsFor(tx: Transaction, accountId: string, enterpriseId: string): Promise<boolean> {
  const found = await tx.prisma.membership.findUnique({
    where: { accountId_enterpriseId: { accountId, enterpriseId } },
    select: { accountId: true },
  });
  return found !== null;
}

/** Whether an account is a party to an enterprise's affairs and so must not decide on them. */
export const isPartyTo = actsFor;
