import { z } from "zod";
import { may } from "~/accounts/access";
import type { Actor } from "~/accounts/session.server";
import { type Acting, inTransaction } from "~/platform/db/transaction.server";
import { versionField } from "~/platform/http/fields";
import { accept, type Result, refuse } from "~/platform/result";
import { reviewSubjects } from "./review";

const range = { error: "reviews:serviceTime.range" };

export const serviceTimeSchema = z.object({
  kind: z.enum(reviewSubjects),
  workingDays: z.coerce.number(range).int(range).min(1, range).max(60, range),
  version: versionField,
});

/** Says within how many working days reviews of a kind should be decided; open ones get their new day at once. */
export async function changeServiceTime(
  { kind, workingDays, version }: z.output<typeof serviceTimeSchema>,
  actor: Actor,
  acting: Acting,
): Promise<Result<true, "notFound" | "stale">> {
  if (!may(actor.role, "bench.administer")) return refuse("notFound");
  return inTransaction(acting, async (tx) => {
    const before = await tx.prisma.serviceTime.findUnique({ where: { subjectKind: kind } });
    if (!before) return refuse("notFound" as const);
    const { count } = await tx.prisma.serviceTime.updateMany({
      where: { subjectKind: kind, version },
      data: { workingDays, version: { increment: 1 } },
    });
    if (count === 0) return refuse("stale" as const);
    tx.record({
      event: "service-time.changed",
      subject: { kind: "service-time", id: kind },
      data: { before: { workingDays: before.workingDays }, after: { workingDays } },
    });
    return accept(true as const);
  });
}
