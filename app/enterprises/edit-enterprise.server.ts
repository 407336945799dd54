import { randomUUID } from "node:crypto";
import { may } from "~/accounts/access";
import { actsFor } from "~/accounts/membership.server";
import type { Actor } from "~/accounts/session.server";
import { type Acting, inTransaction } from "~/platform/db/transaction.server";
import { writeVersion } from "~/platform/db/versioned-record.server";
import { accept, type Result, refuse } from "~/platform/result";
import type { EnterpriseEdit } from "./enterprise-form";
import type { SizeRefusal } from "./enterprise-size";
import { recordSize } from "./record-size.server";

/**
 * Changes what is said of an enterprise, for its members. Another sector has other limits (Decree 80/2021 Art. 5), so
 * the latest declared figures are sized anew.
 */
export async function editEnterprise(
  enterpriseId: string,
  input: Omit<EnterpriseEdit, "area"> & { areaId: string },
  actor: Actor,
  acting: Acting,
): Promise<Result<null, SizeRefusal | "notFound" | "stale">> {
  const { version, name, legalForm, sector, areaId, address, phone, website } = input;
  const after = { name, legalForm, sector, areaId, address, phone, website };
  return inTransaction(acting, async (tx): Promise<Result<null, SizeRefusal | "notFound" | "stale">> => {
    const isMember = await actsFor(tx, actor.accountId, enterpriseId);
    if (!may(actor.role, "enterprise.manage", isMember)) return refuse("notFound");
    const subject = { kind: "enterprise", id: enterpriseId };
    const written = await writeVersion(tx, {
      subject,
      after,
      find: () =>
        tx.prisma.enterprise.findUnique({
          where: { id: enterpriseId },
          select: {
            name: true,
            legalForm: true,
            sector: true,
            areaId: true,
            address: true,
            phone: true,
            website: true,
          },
        }),
      update: (next) =>
        tx.prisma.enterprise.updateMany({ where: { id: enterpriseId, version }, data: { ...after, version: next } }),
    });
    if (!written.ok) return written;
    const before = written.value;
    if (!before) return accept(null);
    tx.record({ event: "enterprise.edited", subject, enterpriseId, data: { before, after } });
    if (before.sector === sector) return accept(null);

    const latest = await tx.prisma.sizeDeclaration.findFirst({
      where: { enterpriseId },
      orderBy: [{ effectiveOn: "desc" }, { recordedAt: "desc" }],
    });
    if (!latest) return accept(null);
    const { year, employees, revenue, capital } = latest;
    const sized = await recordSize(tx, {
      id: randomUUID(),
      enterpriseId,
      sector,
      year,
      employees,
      revenue: revenue === null ? null : Number(revenue),
      capital: capital === null ? null : Number(capital),
      effectiveOn: latest.effectiveOn.toISOString().slice(0, 10),
      recordedById: actor.accountId,
    });
    return sized.ok ? accept(null) : sized;
  });
}
