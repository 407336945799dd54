import type { Transaction } from "~/platform/db/transaction.server";
import { isLanguage, type Language } from "~/platform/i18n";

/** Whether an account belongs to an enterprise, asked on the transaction's own connection. */
export async function isMemberOf(tx: Transaction, accountId: string, enterpriseId: string): Promise<boolean> {
  const found = await tx.prisma.membership.findUnique({
    where: { accountId_enterpriseId: { accountId, enterpriseId } },
    select: { accountId: true },
  });
  return found !== null;
}

export interface Reader {
  email: string;
  name: string;
  language: Language;
}

/** Who is written to about an enterprise: its members who can sign in, at most 50. */
export async function membersToTell(tx: Transaction, enterpriseId: string): Promise<Reader[]> {
  const members = await tx.prisma.membership.findMany({
    where: { enterpriseId, account: { disabledAt: null, emailConfirmedAt: { not: null } } },
    select: { account: { select: { email: true, name: true, language: true } } },
    orderBy: { createdAt: "asc" },
    take: 50,
  });
  return members.map(({ account }) => ({
    ...account,
    language: isLanguage(account.language) ? account.language : "vi",
  }));
}
