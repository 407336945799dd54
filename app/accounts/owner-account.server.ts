import type { Transaction } from "~/platform/db/transaction.server";
import type { Contact } from "./contact";
import { voidTokens } from "./one-time-token.server";

/** An owner as staff know them from paper or in person: a name, and a contact that is not proven yet. */
export interface NamedOwner {
  name: string;
  contact: Contact;
}

export interface OwnerAccount {
  id: string;
  name: string;
  role: string;
  isDisabled: boolean;
  /** Whether the contact was ever confirmed; a sign-up that was not may carry anybody's password. */
  isProven: boolean;
}

/** The account that has the contact already, or one that is opened for it, without a password and unproven. */
export async function ownerAccount(
  tx: Transaction,
  { name, contact }: NamedOwner,
  by: "assisted" | "officer",
): Promise<OwnerAccount> {
  const known = await tx.prisma.account.findFirst({
    where: contact,
    select: { id: true, name: true, role: true, disabledAt: true, emailConfirmedAt: true, phoneConfirmedAt: true },
  });
  if (known) {
    const { disabledAt, emailConfirmedAt, phoneConfirmedAt, ...account } = known;
    const provenAt = contact.email === undefined ? phoneConfirmedAt : emailConfirmedAt;
    return { ...account, isDisabled: disabledAt !== null, isProven: provenAt !== null };
  }
  const { id } = await tx.prisma.account.create({
    data: { name, ...contact, role: "owner", language: "vi", createdAt: tx.now },
    select: { id: true },
  });
  tx.record({
    event: "account.opened",
    subject: { kind: "account", id },
    data: { by, after: { role: "owner" } },
  });
  return { id, name, role: "owner", isDisabled: false, isProven: false };
}

/** Takes the password and the open links off a sign-up that nobody confirmed: it may be anybody's. */
export async function dropUnprovenPassword(tx: Transaction, accountId: string): Promise<void> {
  await tx.prisma.account.updateMany({
    where: { id: accountId, emailConfirmedAt: null, phoneConfirmedAt: null, passwordHash: { not: null } },
    data: { passwordHash: null, version: { increment: 1 } },
  });
  await voidTokens(tx, "confirm-email", accountId);
  await voidTokens(tx, "reset-password", accountId);
}
