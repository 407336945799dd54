import { may } from "~/accounts/access";
import type { Actor } from "~/accounts/session.server";
import { row } from "~/platform/db/client.server";
import { type Acting, inTransaction, isUniqueViolation } from "~/platform/db/transaction.server";
import { accept, type Result, refuse } from "~/platform/result";
import { createEnterprise, type NewEnterprise } from "./create-enterprise.server";
import type { SizeRefusal } from "./enterprise-size";

type Refusal = SizeRefusal | "taxCode.taken" | "taxCode.yours" | "notFound";

/**
 * Registers an enterprise with its first size declaration and makes the actor a member. Sent twice with one id it
 * answers the same success; a tax code that is already here is refused, saying whether it is the actor's own.
 */
export async function registerEnterprise(
  input: NewEnterprise,
  actor: Actor,
  acting: Acting,
): Promise<Result<{ id: string }, Refusal>> {
  if (!may(actor.role, "enterprise.register")) return refuse("notFound");
  try {
    const both = { ownerId: actor.accountId, recordedById: actor.accountId };
    return await inTransaction<Result<{ id: string }, Refusal>>(acting, (tx) => createEnterprise(tx, input, both));
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    return alreadyThere(error, input.id, input.taxCode.value, actor.accountId);
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
