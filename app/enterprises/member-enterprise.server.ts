import { z } from "zod";
import { notFound, type Visit } from "~/accounts/door.server";
import type { Actor } from "~/accounts/session.server";
import { findMemberEnterprise, type MemberEnterprise } from "./enterprise-queries.server";

const uuid = z.uuid();

/** An id from an address, or 404 when it cannot be one. */
export function idFrom(text: string | undefined): string {
  const read = uuid.safeParse(text);
  if (!read.success) throw notFound();
  return read.data;
}

/** The enterprise of a page below /quan-ly/:enterpriseId, or 404 for everyone who is not its member, whatever their role. */
export async function memberEnterprise({
  params,
  actor,
}: Pick<Visit<Actor>, "params" | "actor">): Promise<MemberEnterprise> {
  const found = await findMemberEnterprise(idFrom(params.enterpriseId), actor.accountId);
  if (!found) throw notFound();
  return found;
}
