import { randomInt } from "node:crypto";
import type { Transaction } from "~/platform/db/transaction.server";

const whole = 10_000;

/** Draws decisions for a re-check by chance, at the share that is set; the draw itself is the record of it. */
export async function drawForRecheck(tx: Transaction, reviewIds: readonly string[]): Promise<void> {
  const settings = await tx.prisma.benchSettings.findUnique({ where: { id: 1 }, select: { recheckBasisPoints: true } });
  const share = settings?.recheckBasisPoints ?? 0;
  const drawn = reviewIds.filter(() => randomInt(whole) < share);
  if (drawn.length === 0) return;
  await tx.prisma.recheck.createMany({ data: drawn.map((reviewId) => ({ reviewId, drawnAt: tx.now })) });
}
