import { row } from "~/platform/db/client.server";
import type { ChangeSubject } from "~/reviews/proposed-change";

export interface ChangeSubjectNow {
  version: number;
  /** Where anyone sees it; null where there is no such page. */
  publicPath: string | null;
}

/** A proposed change's subject as it is now. */
export const findChangeSubject = (kind: ChangeSubject, id: string) =>
  kind === "product"
    ? row<ChangeSubjectNow>(`SELECT version, '/san-pham/' || code AS "publicPath" FROM products WHERE id = $1`, [id])
    : row<ChangeSubjectNow>(`SELECT version, NULL AS "publicPath" FROM certificates WHERE id = $1`, [id]);
