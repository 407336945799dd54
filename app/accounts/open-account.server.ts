import { isUniqueViolation, type Transaction } from "~/platform/db/transaction.server";
import type { Language } from "~/platform/i18n";
import { type Result, refuse } from "~/platform/result";
import type { Role } from "./access";

export interface NewAccount {
  name: string;
  email: string;
  passwordHash: string;
  role: Role;
  language: Language;
}

/** Creates an account whose address is already proven, by the link that was mailed to it or by the operator of the server. */
export async function openAccount(tx: Transaction, account: NewAccount, by: "invitation" | "set-up"): Promise<string> {
  const { id } = await tx.prisma.account.create({
    data: { ...account, emailConfirmedAt: tx.now, createdAt: tx.now },
    select: { id: true },
  });
  tx.record({
    event: "account.opened",
    subject: { kind: "account", id },
    data: { by, after: { role: account.role, language: account.language } },
  });
  return id;
}

/** Runs the making of an account; an address that already has one is a refusal. */
export async function unlessEmailTaken<T, C extends string>(
  work: () => Promise<Result<T, C>>,
): Promise<Result<T, C | "email.taken">> {
  try {
    return await work();
  } catch (error) {
    if (isUniqueViolation(error, "email")) return refuse("email.taken");
    throw error;
  }
}
