import { z } from "zod";
import { notFound, type Visit } from "~/accounts/door.server";
import type { Actor } from "~/accounts/session.server";
import { uuidParam } from "~/platform/http/params.server";
import { type BulkView, bulkViews, exclusions } from "./bulk-decision";
import { type FoundBulkDecision, findBulkDecision } from "./bulk-decision-queries.server";

/** The bulk decision of a page below /tham-dinh/theo-van-ban, or 404. */
export async function bulkOfVisit({
  params,
  actor,
}: Pick<Visit<Actor>, "params" | "actor">): Promise<{ found: FoundBulkDecision; isOwn: boolean }> {
  const found = await findBulkDecision(uuidParam(params.bulkDecisionId));
  if (!found) throw notFound();
  return { found, isOwn: found.officerId === actor.accountId };
}

const viewSchema = z
  .enum(Object.keys(bulkViews) as BulkView[])
  .nullable()
  .catch(null);
const reasonSchema = z.enum(exclusions).nullable().catch(null);

/** Which certificates the address asks for: of one group (`xem`), for one reason (`ly-do`). */
export const readBulkView = (url: URL) => ({
  view: viewSchema.parse(url.searchParams.get("xem")),
  reason: reasonSchema.parse(url.searchParams.get("ly-do")),
});
