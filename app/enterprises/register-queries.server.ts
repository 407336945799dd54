import type { Day } from "~/platform/day";
import { row, rows } from "~/platform/db/client.server";
import { containsPattern } from "~/platform/db/contains-pattern.server";
import type { Area } from "./enterprise-queries.server";
import type { EnterpriseSector, EnterpriseSize, LegalForm } from "./enterprise-size";

export interface RegisterFilter {
  q?: string | undefined;
  areaId?: string | undefined;
  sector?: EnterpriseSector | undefined;
  legalForm?: LegalForm | undefined;
  size?: EnterpriseSize | undefined;
}

export interface RegisterEntry {
  id: string;
  name: string;
  taxCode: string;
  legalForm: LegalForm;
  sector: EnterpriseSector;
  area: Area;
  size: EnterpriseSize | null;
  products: number;
  registeredOn: Day;
  closedOn: Day | null;
}

export const registerPageSize = 25;

const source = `FROM enterprises e JOIN areas a ON a.id = e.area_id
  LEFT JOIN LATERAL (
    SELECT d.size FROM size_declarations d
    WHERE d.enterprise_id = e.id AND d.effective_on <= (now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date
    ORDER BY d.effective_on DESC, d.recorded_at DESC LIMIT 1
  ) d ON true
  WHERE ($1::text IS NULL OR e.search_text LIKE $1) AND ($2::text IS NULL OR e.area_id = $2)
    AND ($3::text IS NULL OR e.sector = $3) AND ($4::text IS NULL OR e.legal_form = $4)
    AND ($5::text IS NULL OR d.size = $5)`;

/** One page of the register of enterprises, the newest first, and how many fit the filter in all. */
export async function listEnterprises(
  filter: RegisterFilter,
  page: { limit: number; offset: number },
): Promise<{ entries: RegisterEntry[]; total: number }> {
  const values = [
    filter.q ? containsPattern(filter.q) : null,
    filter.areaId ?? null,
    filter.sector ?? null,
    filter.legalForm ?? null,
    filter.size ?? null,
  ];
  const [entries, count] = await Promise.all([
    rows<RegisterEntry>(
      `SELECT e.id, e.name, e.tax_code AS "taxCode", e.legal_form AS "legalForm", e.sector,
          json_build_object('kind', a.kind, 'name', a.name, 'formerDistrict', a.former_district) AS area, d.size,
          (SELECT count(*) FROM products p WHERE p.enterprise_id = e.id AND p.status = 'registered') AS products,
          e.registered_on AS "registeredOn", e.closed_on AS "closedOn"
        ${source} ORDER BY e.registered_on DESC, e.id DESC LIMIT $6 OFFSET $7`,
      [...values, page.limit, page.offset],
    ),
    row<{ total: number }>(`SELECT count(*) AS total ${source}`, values),
  ]);
  return { entries, total: count?.total ?? 0 };
}
