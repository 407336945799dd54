import { isUniqueViolation, type Transaction } from "~/platform/db/transaction.server";
import type { Language } from "~/platform/i18n";
import { type Result, refuse } from "~/platform/result";
import type { Role } from "./access";
import { voidTokens } from "./one-time-token.server";

export interface NewAccount {
  name: string;
  email: string;
  passwordHash: string;
  role: Role;
  language: Language;
}

/**
 * Opens an account whose address is already proven, by the link that was mailed to it or by the operator of the server.
 * A sign-up with the address that was never confirmed becomes this account, with nothing left of what was typed then.
 */
export async function openAccount(tx: Transaction, account: NewAccount, by: "invitation" | "set-up"): Promise<string> {
  const id = (await takeOver(tx, account)) ?? (await create(tx, account));
  tx.record({
    event: "account.opened",
    subject: { kind: "account", id },
    data: { by, after: { role: account.role, language: account.language } },
  });
  return id;
}

async function takeOver(tx: Transaction, account: NewAccount): Promise<string | undefined> {
  const [waiting] = await tx.prisma.account.updateManyAndReturn({
    where: { email: account.email, emailConfirmedAt: null, disabledAt: null },
    data: { ...account, emailConfirmedAt: tx.now, version: { increment: 1 } },
    select: { id: true },
  });
  if (!waiting) return undefined;
  await voidTokens(tx, "confirm-email", waiting.id);
  await voidTokens(tx, "reset-password", waiting.id);
  return waiting.id;
}

async function create(tx: Transaction, account: NewAccount): Promise<string> {
  const { id } = await tx.prisma.account.create({
    data: { ...account, emailConfirmedAt: tx.now, createdAt: tx.now },
    select: { id: true },
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
