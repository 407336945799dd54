import { randomUUID } from "node:crypto";
import { dayOf } from "~/platform/day";
import type { Transaction } from "~/platform/db/transaction.server";
import { newPublicCode } from "~/platform/public-code.server";
import { accept, type Result } from "~/platform/result";
import type { EnterpriseRegistration } from "./enterprise-form";
import type { SizeRefusal } from "./enterprise-size";
import { maskTaxCode } from "./personal-number";
import { recordSize } from "./record-size.server";
import { effectiveDay } from "./size-declaration";

export type NewEnterprise = Omit<EnterpriseRegistration, "area"> & { areaId: string };

/** Writes an enterprise with its first size declaration and its first member, inside the transaction of a use case. */
export async function createEnterprise(
  tx: Transaction,
  input: NewEnterprise,
  { ownerId, recordedById }: { ownerId: string; recordedById: string },
): Promise<Result<{ id: string }, SizeRefusal>> {
  const { id, taxCode, name, legalForm, sector, areaId, address, phone, website } = input;
  const today = dayOf(tx.now);
  const code = newPublicCode();
  const facts = { name, legalForm, sector, areaId, address, phone, website };
  await tx.prisma.enterprise.create({
    data: {
      id,
      code,
      taxCode: taxCode.value,
      taxCodeKind: taxCode.kind,
      ...facts,
      registeredOn: new Date(`${today}T00:00:00Z`),
      registeredAt: tx.now,
      memberships: { create: { accountId: ownerId, createdAt: tx.now } },
    },
  });
  tx.record({
    event: "enterprise.registered",
    subject: { kind: "enterprise", id },
    enterpriseId: id,
    data: { after: { code, taxCode: maskTaxCode(taxCode.value), ...facts } },
  });
  const { year, employees, revenue, capital } = input;
  const sized = await recordSize(tx, {
    id: randomUUID(),
    enterpriseId: id,
    sector,
    year,
    employees,
    revenue,
    capital,
    effectiveOn: effectiveDay(year, today),
    recordedById,
  });
  return sized.ok ? accept({ id }) : sized;
}
