import { randomUUID } from "node:crypto";
import { may } from "~/accounts/access";
import type { Actor } from "~/accounts/session.server";
import { dayOf } from "~/platform/day";
import { row } from "~/platform/db/client.server";
import { type Acting, inTransaction, isUniqueViolation } from "~/platform/db/transaction.server";
import { newPublicCode } from "~/platform/public-code.server";
import { accept, type Result, refuse } from "~/platform/result";
import type { EnterpriseRegistration } from "./enterprise-form";
import type { SizeRefusal } from "./enterprise-size";
import { maskTaxCode } from "./personal-number";
import { recordSize } from "./record-size.server";
import { effectiveDay } from "./size-declaration";

type Refusal = SizeRefusal | "taxCode.taken" | "taxCode.yours" | "notFound";

/**
 * Registers an enterprise with its first size declaration and makes the actor a member. Sent twice with one id it
 * answers the same success; a tax code that is already here is refused, saying whether it is the actor's own.
 */
export async function registerEnterprise(
  input: Omit<EnterpriseRegistration, "area"> & { areaId: string },
  actor: Actor,
  acting: Acting,
): Promise<Result<{ id: string }, Refusal>> {
  if (!may(actor.role, "enterprise.register")) return refuse("notFound");
  const { id, taxCode, name, legalForm, sector, areaId, address, phone, website } = input;
  const today = dayOf(acting.now);
  try {
    return await inTransaction(acting, async (tx): Promise<Result<{ id: string }, Refusal>> => {
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
          memberships: { create: { accountId: actor.accountId, createdAt: tx.now } },
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
        recordedById: actor.accountId,
      });
      return sized.ok ? accept({ id }) : sized;
    });
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    return alreadyThere(error, id, taxCode.value, actor.accountId);
  }
}

async function alreadyThere(
  error: unknown,
  id: string,
  taxCode: string,
  accountId: string,
): Promise<Result<{ id: string }, Refusal>> {
  const same = await row<{ id: string; mine: boolean }>(
    `SELECT e.id, EXISTS (SELECT FROM memberships m WHERE m.enterprise_id = e.id AND m.account_id = $3) AS mine
      FROM enterprises e WHERE e.id = $1 OR e.tax_code = $2 ORDER BY e.id = $1 DESC LIMIT 1`,
    [id, taxCode, accountId],
  );
  if (!same) throw error;
  if (same.id === id && same.mine) return accept({ id });
  return refuse(same.mine ? "taxCode.yours" : "taxCode.taken");
}
