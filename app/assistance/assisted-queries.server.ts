import { z } from "zod";
import { type ChecklistProgress, checklistProgress } from "~/enterprises/checklist-queries.server";
import type { Day } from "~/platform/day";
import { row, rows } from "~/platform/db/client.server";
import { type Typed, typedSchema } from "./assisted-form";

export const assistedPerPage = 30;

export type AssistedStatus = "open" | "confirmed" | "abandoned";

export interface Assisted {
  id: string;
  enterpriseId: string | null;
  enterpriseName: string | null;
  areaId: string;
  ownerName: string;
  ownerPhone: string;
  enterprise: Typed | null;
  products: Typed[];
  status: AssistedStatus;
  version: number;
  confirmedHow: "code" | "sheet" | null;
  confirmedAt: Date | null;
  ownerId: string | null;
  sheetId: string | null;
  hasPassword: boolean | null;
  /** When the code that was sent last stops working; null where none works. */
  codeUntil: Date | null;
}

/** One's own assisted registration; undefined for everyone else's. */
export async function findAssisted(id: string, accountId: string, now: Date): Promise<Assisted | undefined> {
  const found = await row<Omit<Assisted, "enterprise" | "products"> & { enterprise: unknown; products: unknown }>(
    `SELECT r.id, r.enterprise_id AS "enterpriseId", e.name AS "enterpriseName", r.area_id AS "areaId",
        r.owner_name AS "ownerName", r.owner_phone AS "ownerPhone", r.enterprise, r.products, r.status, r.version,
        r.confirmed_how AS "confirmedHow", r.confirmed_at AS "confirmedAt", r.owner_id AS "ownerId",
        r.sheet_id AS "sheetId", o.password_hash IS NOT NULL AS "hasPassword",
        (SELECT max(c.expires_at) FROM one_time_codes c
          WHERE c.subject_id = r.id AND c.used_at IS NULL AND c.expires_at > $3) AS "codeUntil"
      FROM assisted_registrations r LEFT JOIN enterprises e ON e.id = r.enterprise_id
        LEFT JOIN accounts o ON o.id = r.owner_id
      WHERE r.id = $1 AND r.created_by_id = $2`,
    [id, accountId, now],
  );
  return (
    found && {
      ...found,
      enterprise: typedSchema.nullable().parse(found.enterprise),
      products: z.array(typedSchema).parse(found.products),
    }
  );
}

export interface AssistedRow {
  id: string;
  enterpriseName: string;
  ownerName: string;
  products: number;
  status: AssistedStatus;
  savedAt: Date;
  /** The enterprise, once its owner has confirmed. */
  registeredId: string | null;
}

/** One page of one's own assisted registrations, what is open first, then the latest. */
export async function listAssisted(
  accountId: string,
  page: { limit: number; offset: number },
): Promise<{ rows: AssistedRow[]; total: number }> {
  const found = await rows<AssistedRow & { total: number }>(
    `SELECT r.id, COALESCE(e.name, r.enterprise->'name'->>0, '') AS "enterpriseName", r.owner_name AS "ownerName",
        jsonb_array_length(r.products) AS products, r.status, r.saved_at AS "savedAt",
        CASE WHEN r.status = 'confirmed' THEN r.enterprise_id END AS "registeredId", count(*) OVER () AS total
      FROM assisted_registrations r LEFT JOIN enterprises e ON e.id = r.enterprise_id
      WHERE r.created_by_id = $1 ORDER BY r.status <> 'open', r.saved_at DESC, r.id LIMIT $2 OFFSET $3`,
    [accountId, page.limit, page.offset],
  );
  return { rows: found, total: found[0]?.total ?? 0 };
}

export interface FoundEnterprise {
  id: string;
  name: string;
  areaId: string;
  closedOn: Day | null;
  /** The member who has been one longest and can be sent a code. */
  memberName: string | null;
  memberPhone: string | null;
}

/** An enterprise by its tax code, with the member whom a code would be sent to. */
export const findByTaxCode = (taxCode: string): Promise<FoundEnterprise | undefined> =>
  row<FoundEnterprise>(
    `SELECT e.id, e.name, e.area_id AS "areaId", e.closed_on AS "closedOn", o.name AS "memberName", o.phone AS "memberPhone"
      FROM enterprises e LEFT JOIN LATERAL (
        SELECT a.name, a.phone FROM memberships m JOIN accounts a ON a.id = m.account_id
        WHERE m.enterprise_id = e.id AND a.disabled_at IS NULL
        ORDER BY a.phone_confirmed_at IS NULL, m.created_at, a.id LIMIT 1) o ON true
      WHERE e.tax_code = $1`,
    [taxCode],
  );

/** The same rows, each with how far the registered enterprise is on its checklist. */
export async function withProgress(
  listed: readonly AssistedRow[],
  today: Day,
): Promise<(AssistedRow & { progress: ChecklistProgress | undefined })[]> {
  const ids = listed.flatMap(({ registeredId }) => (registeredId === null ? [] : [registeredId]));
  const progress = await checklistProgress([...new Set(ids)], today);
  return listed.map((row) => ({ ...row, progress: progress.get(row.registeredId ?? "") }));
}
