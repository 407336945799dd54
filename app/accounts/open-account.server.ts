import { isUniqueViolation, type Transaction } from "~/platform/db/transaction.server";
import type { Language } from "~/platform/i18n";
import { type Result, refuse } from "~/platform/result";
import type { Role } from "./access";
import type { Contact } from "./contact";
import { voidTokens } from "./one-time-token.server";

export interface NewAccount {
  name: string;
  contact: Contact;
  passwordHash: string;
  role: Role;
  language: Language;
}

/**
 * Opens an account whose contact is already proven, by the link that was sent to it or by the operator of the server.
 * A sign-up with the contact that was never confirmed becomes this account, with nothing left of what was typed then.
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
  const { contact, ...details } = account;
  const [waiting] = await tx.prisma.account.updateManyAndReturn({
    where: { ...contact, emailConfirmedAt: null, phoneConfirmedAt: null, disabledAt: null },
    data: { ...details, ...confirmedAt(tx, contact), version: { increment: 1 } },
    select: { id: true },
  });
  if (!waiting) return undefined;
  await voidTokens(tx, "confirm-email", waiting.id);
  await voidTokens(tx, "reset-password", waiting.id);
  return waiting.id;
}

const confirmedAt = (tx: Transaction, { email }: Contact) =>
  email === undefined ? { phoneConfirmedAt: tx.now } : { emailConfirmedAt: tx.now };

async function create(tx: Transaction, { contact, ...details }: NewAccount): Promise<string> {
  const { id } = await tx.prisma.account.create({
    data: { ...details, ...contact, ...confirmedAt(tx, contact), createdAt: tx.now },
    select: { id: true },
  });
  return id;
}

/** Runs the making of an account; a contact that already has one is a refusal. */
export async function unlessContactTaken<T, C extends string>(
  work: () => Promise<Result<T, C>>,
): Promise<Result<T, C | "contact.taken">> {
  try {
    return await work();
  } catch (error) {
    if (isUniqueViolation(error, "email") || isUniqueViolation(error, "phone")) return refuse("contact.taken");
    throw error;
  }
}
