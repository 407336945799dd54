import { z } from "zod";
import { may } from "~/accounts/access";
import type { Actor } from "~/accounts/session.server";
import { row, rows } from "~/platform/db/client.server";
import { type Acting, inTransaction } from "~/platform/db/transaction.server";
import { accept, type Result, refuse } from "~/platform/result";

export const mostQueueViews = 20;

export const queueViewSchema = z.object({
  name: z.string().trim().min(1).max(60, { error: "reviews:view.tooLong" }),
  isDefault: z.literal("on").optional(),
});

export interface QueueView {
  id: string;
  name: string;
  query: string;
  isDefault: boolean;
}

export const listQueueViews = (accountId: string): Promise<QueueView[]> =>
  rows<QueueView>(
    `SELECT id, name, query, is_default AS "isDefault" FROM queue_views WHERE account_id = $1
      ORDER BY created_at, id LIMIT ${mostQueueViews}`,
    [accountId],
  );

export const findDefaultView = (accountId: string): Promise<{ query: string } | undefined> =>
  row<{ query: string }>("SELECT query FROM queue_views WHERE account_id = $1 AND is_default", [accountId]);

/** Keeps a filter of the queue under a name, at most twenty for an officer; the same name again replaces it. */
export async function keepQueueView(
  { name, query, isDefault }: { name: string; query: string; isDefault: boolean },
  { accountId, role }: Actor,
  acting: Acting,
): Promise<Result<true, "notFound" | "name.tooMany">> {
  if (!may(role, "review.work")) return refuse("notFound");
  return inTransaction(acting, async (tx) => {
    // Two windows of one officer in turn, so that both see how many there are.
    await tx.prisma.$executeRaw`SELECT 1 FROM accounts WHERE id = ${accountId}::uuid FOR UPDATE`;
    const others = await tx.prisma.queueView.count({ where: { accountId, name: { not: name } } });
    if (others >= mostQueueViews) return refuse("name.tooMany" as const);
    if (isDefault) await tx.prisma.queueView.updateMany({ where: { accountId }, data: { isDefault: false } });
    await tx.prisma.queueView.upsert({
      where: { accountId_name: { accountId, name } },
      create: { accountId, name, query, isDefault, createdAt: tx.now },
      update: { query, isDefault },
    });
    return accept(true as const);
  });
}

/** Forgets a kept filter; one that is gone already stays gone. */
export async function dropQueueView(id: string, { accountId }: Actor, acting: Acting): Promise<Result<true>> {
  return inTransaction(acting, async (tx) => {
    await tx.prisma.queueView.deleteMany({ where: { id, accountId } });
    return accept(true as const);
  });
}
