import { may } from "~/accounts/access";
import { type Activation, issueActivation } from "~/accounts/activation.server";
import { addMember } from "~/accounts/membership.server";
import { accountsToTell, notify } from "~/accounts/notify.server";
import { dropUnprovenPassword, type NamedOwner, ownerAccount } from "~/accounts/owner-account.server";
import type { Actor } from "~/accounts/session.server";
import { type Acting, inTransaction, isUniqueViolation, type Transaction } from "~/platform/db/transaction.server";
import { accept, type Result, refuse } from "~/platform/result";

export type OpenRefusal = "notFound" | "contact.member" | "contact.staff" | "contact.disabled";

/**
 * Makes an owner whom an officer has met a member of an enterprise, and answers the set-up code of their account. Whoever
 * has an account with a password already joins with it and needs no code: null. Every entry of the journal carries the
 * officer's ground; the members there are, and an account that joins, are told.
 */
export async function openOwnerAccount(
  input: NamedOwner & { enterpriseId: string; ground: string },
  actor: Actor,
  acting: Acting,
): Promise<Result<Activation | null, OpenRefusal>> {
  if (!may(actor.role, "enterprise.open-account")) return refuse("notFound");
  const open = () => inTransaction(acting, (tx) => openFor(tx, input, actor));
  try {
    return await open();
  } catch (error) {
    // Of two forms at once with one contact the second finds the account that the first has opened.
    if (isUniqueViolation(error, "email") || isUniqueViolation(error, "phone")) return open();
    throw error;
  }
}

async function openFor(
  tx: Transaction,
  { name, contact, enterpriseId, ground }: NamedOwner & { enterpriseId: string; ground: string },
  actor: Actor,
): Promise<Result<Activation | null, OpenRefusal>> {
  const enterprise = await tx.prisma.enterprise.findUnique({ where: { id: enterpriseId }, select: { name: true } });
  if (!enterprise) return refuse("notFound");
  tx.mark({ reason: ground });
  const account = await ownerAccount(tx, { name, contact }, "officer");
  if (account.isDisabled) return refuse("contact.disabled");
  if (account.role !== "owner") return refuse("contact.staff");
  if (!account.isProven) await dropUnprovenPassword(tx, account.id);
  const accountId = account.id;
  const key = { accountId_enterpriseId: { accountId, enterpriseId } };
  const isMember = (await tx.prisma.membership.findUnique({ where: key })) !== null;
  const activation = await issueActivation(tx, { accountId, enterpriseId }, actor);
  if (isMember) return activation ? accept(activation) : refuse("contact.member");
  await addMember(tx, enterpriseId, { accountId, name: account.name });
  if (activation) return accept(activation);
  await tellJoined(tx, accountId, { id: enterpriseId, name: enterprise.name }, actor);
  return accept(null);
}

async function tellJoined(
  tx: Transaction,
  accountId: string,
  enterprise: { id: string; name: string },
  actor: Actor,
): Promise<void> {
  const values = { who: actor.name, enterprise: enterprise.name };
  await notify(tx, await accountsToTell(tx, [accountId]), {
    event: "member.joined",
    enterpriseId: enterprise.id,
    path: `/quan-ly/${enterprise.id}/thanh-vien`,
    words: (t) => ({
      subject: t("enterprises:ownerAccount.notice.subject", values),
      paragraphs: [t("enterprises:ownerAccount.notice.text", values)],
      action: t("enterprises:ownerAccount.notice.action"),
    }),
  });
}

/** Prints a new set-up code for a member who has chosen no password yet; the one printed before stops working. */
export async function printSetUpCode(
  { enterpriseId, accountId }: { enterpriseId: string; accountId: string },
  actor: Actor,
  acting: Acting,
): Promise<Result<Activation, "notFound" | "owner.active">> {
  if (!may(actor.role, "enterprise.open-account")) return refuse("notFound");
  return inTransaction<Result<Activation, "notFound" | "owner.active">>(acting, async (tx) => {
    const key = { accountId_enterpriseId: { accountId, enterpriseId } };
    if (!(await tx.prisma.membership.findUnique({ where: key }))) return refuse("notFound");
    const activation = await issueActivation(tx, { accountId, enterpriseId }, actor);
    return activation ? accept(activation) : refuse("owner.active");
  });
}
