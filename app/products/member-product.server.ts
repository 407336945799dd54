import { notFound, type Visit } from "~/accounts/door.server";
import type { Actor } from "~/accounts/session.server";
import type { MemberEnterprise } from "~/enterprises/enterprise-queries.server";
import { memberEnterprise } from "~/enterprises/member-enterprise.server";
import { uuidParam } from "~/platform/http/params.server";
import { findMemberProduct, type MemberProduct } from "./product-queries.server";

/** Enterprise and product of a page below /quan-ly/:enterpriseId/san-pham/:productId, or 404 for who is not a member. */
export async function memberProduct(
  visit: Pick<Visit<Actor>, "params" | "actor">,
): Promise<{ enterprise: MemberEnterprise; product: MemberProduct }> {
  const enterprise = await memberEnterprise(visit);
  const product = await findMemberProduct(enterprise.id, uuidParam(visit.params.productId), visit.actor.accountId);
  if (!product) throw notFound();
  return { enterprise, product };
}
