import { z } from "zod";
import { may } from "~/accounts/access";
import type { Actor } from "~/accounts/session.server";
import { row } from "~/platform/db/client.server";
import { type Acting, inTransaction } from "~/platform/db/transaction.server";
import { writeVersion } from "~/platform/db/versioned-record.server";
import { versionField } from "~/platform/http/fields";
import { percentField } from "~/platform/percent-field";
import { accept, type Result, refuse } from "~/platform/result";

export const recheckShareSchema = z.object({ share: percentField, version: versionField });

/** The share of decisions that are re-checked, in basis points, as it is set now. */
export const findRecheckShare = (): Promise<{ share: number; version: number } | undefined> =>
  row<{ share: number; version: number }>(
    "SELECT recheck_basis_points AS share, version FROM bench_settings WHERE id = 1",
  );

/** Says what share of the decisions from now on is drawn for a re-check, in basis points. */
export async function changeRecheckShare(
  { share, version }: z.output<typeof recheckShareSchema>,
  actor: Actor,
  acting: Acting,
): Promise<Result<true, "notFound" | "stale">> {
  if (!may(actor.role, "bench.administer")) return refuse("notFound");
  return inTransaction(acting, async (tx) => {
    const subject = { kind: "recheck-share", id: "1" };
    const after = { recheckBasisPoints: share };
    const written = await writeVersion(tx, {
      subject,
      after,
      find: () => tx.prisma.benchSettings.findUnique({ where: { id: 1 } }),
      update: (next) =>
        tx.prisma.benchSettings.updateMany({ where: { id: 1, version }, data: { ...after, version: next } }),
    });
    if (!written.ok) return written;
    if (written.value) {
      const before = { recheckBasisPoints: written.value.recheckBasisPoints };
      tx.record({ event: "recheck-share.changed", subject, data: { before, after } });
    }
    return accept(true as const);
  });
}
