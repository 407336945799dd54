import type { Transaction } from "~/platform/db/transaction.server";
import { membersToTell, notify, type Reader } from "./notify.server";

/**
 * Whether an account may act for an enterprise: as its member, or as staff with an open mandate. Under a mandate every
 * journal entry of the transaction says so. Reads ask the view `representatives` instead, in their own WHERE.
 */
export async function actsFor(tx: Transaction, accountId: string, enterpriseId: string): Promise<boolean> {
  const [found] = await tx.prisma.$queryRaw<{ mandateId: string | null }[]>`
    SELECT mandate_id AS "mandateId" FROM representatives
    WHERE account_id = ${accountId}::uuid AND enterprise_id = ${enterpriseId}::uuid`;
  if (found?.mandateId) tx.mark({ onBehalf: { mandateId: found.mandateId } });
  return found !== undefined;
}

/**
 * Whether an account is a party to an enterprise's affairs and so must not decide on them: a member, someone who was
 * one, or staff who ever acted on its behalf.
 */
export async function isPartyTo(tx: Transaction, accountId: string, enterpriseId: string): Promise<boolean> {
  const found = await tx.prisma.$queryRaw<unknown[]>`
    SELECT 1 FROM parties WHERE account_id = ${accountId}::uuid AND enterprise_id = ${enterpriseId}::uuid`;
  return found.length > 0;
}

/** Ends whatever mandates an account still holds: it is disabled, or its role is another one now. */
export async function endMandates(tx: Transaction, accountId: string): Promise<void> {
  const ended = await tx.prisma.mandate.updateManyAndReturn({
    where: { accountId, endedAt: null, endsAt: { gt: tx.now } },
    data: { endedAt: tx.now },
    select: { id: true, enterpriseId: true },
  });
  for (const { id, enterpriseId } of ended) {
    tx.record({ event: "mandate.ended", subject: { kind: "mandate", id }, enterpriseId });
  }
}

/** Makes an account a member, and tells the other members; one that is a member already stays one. */
export async function addMember(
  tx: Transaction,
  enterpriseId: string,
  { accountId, name }: { accountId: string; name: string },
): Promise<void> {
  const others = await membersToTell(tx, enterpriseId);
  const { count } = await tx.prisma.membership.createMany({
    data: [{ accountId, enterpriseId, createdAt: tx.now }],
    skipDuplicates: true,
  });
  if (count === 0) return;
  tx.record({
    event: "member.joined",
    subject: { kind: "enterprise", id: enterpriseId },
    enterpriseId,
    data: { accountId },
  });
  await tellMembers(tx, others, "member.joined", enterpriseId, name);
}

/** Tells members that somebody joined or left them. */
export async function tellMembers(
  tx: Transaction,
  readers: readonly Reader[],
  event: "member.joined" | "member.left" | "member.removed",
  enterpriseId: string,
  name: string,
  path = `/quan-ly/${enterpriseId}/thanh-vien`,
): Promise<void> {
  const enterprise = await tx.prisma.enterprise.findUniqueOrThrow({
    where: { id: enterpriseId },
    select: { name: true },
  });
  const values = { name, enterprise: enterprise.name };
  await notify(tx, readers, {
    event,
    enterpriseId,
    path,
    words: (t) => ({
      subject: t(`accounts:notice.${event}.subject`, values),
      paragraphs: [t(`accounts:notice.${event}.text`, values)],
      action: t("accounts:notice.members"),
    }),
  });
}
