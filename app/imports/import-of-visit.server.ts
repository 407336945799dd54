import { notFound, type Visit } from "~/accounts/door.server";
import type { Actor } from "~/accounts/session.server";
import { uuidParam } from "~/platform/http/params.server";
import { type FoundImport, findImport } from "./find-import.server";
import type { ImportKind } from "./import-kind";
import { findKindBySlug, importKind, mayImport } from "./kinds.server";

/** The import of a page below /nhap-lieu/:importId, or 404 for who may not see it. */
export async function importOfVisit({
  params,
  actor,
}: Pick<Visit<Actor>, "params" | "actor">): Promise<{ found: FoundImport; kind: ImportKind; isOwn: boolean }> {
  const found = await findImport(uuidParam(params.importId), actor);
  if (!found) throw notFound();
  return { found, kind: importKind(found.kind), isOwn: found.uploaderId === actor.accountId };
}

/** The same for what only the uploader may do. */
export async function ownImportOfVisit(visit: Pick<Visit<Actor>, "params" | "actor">) {
  const { found, kind, isOwn } = await importOfVisit(visit);
  if (!isOwn) throw notFound();
  return { found, kind };
}

/** The kind that an address names, or 404 where the role may not import it. */
export function kindOfVisit({ params, actor }: Pick<Visit<Actor>, "params" | "actor">): ImportKind {
  const kind = findKindBySlug(params.kind);
  if (!kind || !mayImport(actor.role, kind)) throw notFound();
  return kind;
}
