import { rows } from "~/platform/db/client.server";
import type { NamedArea } from "./area-label";

/** The areas in which a member of the digital team may register: their own, and what became of those that were merged. */
export const listAccountAreas = (accountId: string): Promise<(NamedArea & { id: string })[]> =>
  rows(
    `SELECT DISTINCT a.id, a.kind, a.name, a.former_district AS "formerDistrict" FROM account_areas m
        LEFT JOIN area_successions s ON s.from_id = m.area_id
        JOIN areas a ON a.id = COALESCE(s.to_id, m.area_id)
      WHERE m.account_id = $1 ORDER BY a.name, a.id LIMIT 500`,
    [accountId],
  );
