import { notFound, type Visit } from "~/accounts/door.server";
import type { Actor } from "~/accounts/session.server";
import { uuidParam } from "~/platform/http/params.server";
import { findMemberEnterprise, type MemberEnterprise } from "./enterprise-queries.server";

/** The enterprise of a page below /quan-ly/:enterpriseId, or 404 for everyone who is not its member, whatever their role. */
export async function memberEnterprise({
  params,
  actor,
}: Pick<Visit<Actor>, "params" | "actor">): Promise<MemberEnterprise> {
  const found = await findMemberEnterprise(uuidParam(params.enterpriseId), actor.accountId);
  if (!found) throw notFound();
  return found;
}
