import { notFound, type Visit } from "~/accounts/door.server";
import type { Actor } from "~/accounts/session.server";
import { areaLabel } from "~/areas/area-label";
import { listAreas } from "~/areas/area-queries.server";
import { uuidParam } from "~/platform/http/params.server";
import { type Assisted, findAssisted } from "./assisted-queries.server";

/** The assisted registration of a page below /ho-tro, or 404 for everyone but who typed it. */
export async function ownAssisted({
  params,
  actor,
  now,
}: Pick<Visit<Actor>, "params" | "actor" | "now">): Promise<Assisted> {
  const found = await findAssisted(uuidParam(params.assistedId), actor.accountId, now);
  if (!found) throw notFound();
  return found;
}

/** The area in words. */
export async function areaOf({ areaId }: Assisted, t: Visit<Actor>["t"]): Promise<string> {
  const area = (await listAreas()).find(({ id }) => id === areaId);
  return area ? areaLabel(area, t) : areaId;
}
