import type { Day } from "~/platform/day";
import type { Transaction } from "~/platform/db/transaction.server";
import { accept, type Result } from "~/platform/result";
import { type DeclaredFigures, type EnterpriseSize, type SizeRefusal, sizeOf } from "./enterprise-size";

interface Declaration extends DeclaredFigures {
  id: string;
  enterpriseId: string;
  year: number;
  effectiveOn: Day;
  recordedById: string;
}

/** Writes one year's figures with the size they give and the rule that gave it, inside the transaction of a use case. */
export async function recordSize(
  tx: Transaction,
  declaration: Declaration,
): Promise<Result<EnterpriseSize, SizeRefusal>> {
  const { id, enterpriseId, sector, year, employees, revenue, capital, effectiveOn, recordedById } = declaration;
  const sized = sizeOf({ sector, employees, revenue, capital });
  if (!sized.ok) return sized;
  const { size, rule } = sized.value;
  await tx.prisma.sizeDeclaration.create({
    data: {
      id,
      enterpriseId,
      year,
      employees,
      revenue,
      capital,
      size,
      rule: { sector, bounds: rule.bounds.map((bound) => ({ ...bound })), unknown: [...rule.unknown] },
      effectiveOn: new Date(`${effectiveOn}T00:00:00Z`),
      recordedAt: tx.now,
      recordedById,
    },
  });
  tx.record({
    event: "size.declared",
    subject: { kind: "enterprise", id: enterpriseId },
    enterpriseId,
    data: { after: { year, sector, employees, revenue, capital, size, effectiveOn } },
  });
  return accept(size);
}
