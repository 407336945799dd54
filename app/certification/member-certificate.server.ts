import { notFound, type Visit } from "~/accounts/door.server";
import type { Actor } from "~/accounts/session.server";
import { uuidParam } from "~/platform/http/params.server";
import { findMemberCertificate } from "./certificate-queries.server";

/** The certificate of a page below /quan-ly/:enterpriseId/chung-nhan/:certificateId, or 404 for all but members. */
export async function memberCertificate({ params, actor }: Pick<Visit<Actor>, "params" | "actor">) {
  const [certificateId, enterpriseId] = [uuidParam(params.certificateId), uuidParam(params.enterpriseId)];
  const found = await findMemberCertificate(certificateId, enterpriseId, actor.accountId);
  if (!found) throw notFound();
  return found;
}
