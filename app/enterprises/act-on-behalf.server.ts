import { may } from "~/accounts/access";
import { membersToTell, notify } from "~/accounts/notify.server";
import type { Actor } from "~/accounts/session.server";
import { type Acting, inTransaction, isUniqueViolation } from "~/platform/db/transaction.server";
import { formatInstant } from "~/platform/format";
import { accept, type Result, refuse } from "~/platform/result";
import { mandateHours } from "./mandate";

type Refusal = "notFound" | "mandate.member";

/**
 * Opens a mandate: a member of staff acts on behalf of an enterprise, for a reason that its members are told, for eight
 * hours at most. Asking again while one is open changes nothing.
 */
export async function actOnBehalf(
  input: { id: string; enterpriseId: string; reason: string },
  actor: Actor,
  acting: Acting,
): Promise<Result<null, Refusal>> {
  if (!may(actor.role, "enterprise.act-on-behalf")) return refuse("notFound");
  const { id, enterpriseId, reason } = input;
  try {
    return await inTransaction(acting, async (tx): Promise<Result<null, Refusal>> => {
      const enterprise = await tx.prisma.enterprise.findUnique({ where: { id: enterpriseId }, select: { name: true } });
      if (!enterprise) return refuse("notFound");
      const key = { accountId: actor.accountId, enterpriseId };
      const member = await tx.prisma.membership.findUnique({ where: { accountId_enterpriseId: key } });
      if (member) return refuse("mandate.member");
      await tx.prisma.$executeRaw`
        UPDATE mandates SET ended_at = ends_at
        WHERE account_id = ${actor.accountId}::uuid AND enterprise_id = ${enterpriseId}::uuid
          AND ended_at IS NULL AND ends_at <= ${tx.now}`;
      const endsAt = new Date(tx.now.getTime() + mandateHours * 3_600_000);
      await tx.prisma.mandate.create({ data: { id, ...key, reason, openedAt: tx.now, endsAt } });
      tx.record({
        event: "mandate.opened",
        subject: { kind: "mandate", id },
        enterpriseId,
        data: { reason, after: { accountId: actor.accountId, endsAt: endsAt.toISOString() } },
      });
      await notify(tx, await membersToTell(tx, enterpriseId), {
        event: "mandate.opened",
        enterpriseId,
        path: `/quan-ly/${enterpriseId}/thanh-vien`,
        words: (t, { language }) => {
          const values = {
            who: actor.name,
            enterprise: enterprise.name,
            until: formatInstant(endsAt, language),
            reason,
          };
          return {
            subject: t("enterprises:mandate.notice.subject", values),
            paragraphs: [t("enterprises:mandate.notice.text", values), t("enterprises:mandate.notice.why", values)],
            action: t("enterprises:mandate.notice.action"),
          };
        },
      });
      return accept(null);
    });
  } catch (error) {
    if (isUniqueViolation(error)) return accept(null);
    throw error;
  }
}
