import { randomInt } from "node:crypto";
import type { Transaction } from "~/platform/db/transaction.server";

const whole = 10_000;

/** Draws a decision for a re-check by chance, at the share that is set; the draw itself is the record of it. */
export async function drawForRecheck(tx: Transaction, reviewId: string): Promise<void> {
  const settings = await tx.prisma.benchSettings.findUnique({ where: { id: 1 }, select: { recheckBasisPoints: true } });
  if (randomInt(whole) >= (settings?.recheckBasisPoints ?? 0)) return;
  await tx.prisma.recheck.create({ data: { reviewId, drawnAt: tx.now } });
}
