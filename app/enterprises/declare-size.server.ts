import { may } from "~/accounts/access";
import { actsFor } from "~/accounts/membership.server";
import type { Actor } from "~/accounts/session.server";
import { dayOf } from "~/platform/day";
import { row } from "~/platform/db/client.server";
import { type Acting, inTransaction, isUniqueViolation } from "~/platform/db/transaction.server";
import { type Result, refuse } from "~/platform/result";
import type { SizeFigures } from "./enterprise-form";
import type { EnterpriseSector, EnterpriseSize, SizeRefusal } from "./enterprise-size";
import { recordSize } from "./record-size.server";
import { effectiveDay } from "./size-declaration";

type Declared = Result<EnterpriseSize, SizeRefusal | "notFound">;

/** Declares a year's figures for an enterprise, by a member; a year declared before is corrected by the later record. */
export async function declareSize(
  enterpriseId: string,
  input: SizeFigures,
  actor: Actor,
  acting: Acting,
): Promise<Declared> {
  const { id, year, employees, revenue, capital } = input;
  try {
    return await inTransaction(acting, async (tx): Promise<Declared> => {
      const isMember = await actsFor(tx, actor.accountId, enterpriseId);
      const enterprise = await tx.prisma.enterprise.findFirst({
        where: { id: enterpriseId },
        select: { sector: true },
      });
      if (!enterprise || !may(actor.role, "enterprise.manage", isMember)) return refuse("notFound");
      return recordSize(tx, {
        id,
        enterpriseId,
        sector: enterprise.sector as EnterpriseSector,
        year,
        employees,
        revenue,
        capital,
        effectiveOn: effectiveDay(year, dayOf(acting.now)),
        recordedById: actor.accountId,
      });
    });
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    const same = await row<{ size: EnterpriseSize }>(
      "SELECT size FROM size_declarations WHERE id = $1 AND enterprise_id = $2",
      [id, enterpriseId],
    );
    return same ? { ok: true, value: same.size } : refuse("notFound");
  }
}
