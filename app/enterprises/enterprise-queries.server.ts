import type { AreaKind } from "~/areas/area-query";
import type { Day } from "~/platform/day";
import { row, rows } from "~/platform/db/client.server";
import type { EnterpriseSector, EnterpriseSize, LegalForm, SizeBound, SizeFigure } from "./enterprise-size";
import type { TaxCodeKind } from "./tax-code";

/** The size that holds, with the figures and the rule that gave it. */
export interface DeclaredSize {
  size: EnterpriseSize;
  year: number;
  employees: number;
  revenue: number | null;
  capital: number | null;
  sector: EnterpriseSector | null;
  bounds: SizeBound[];
  unknown: SizeFigure[];
  effectiveOn: Day;
}

export interface Area {
  kind: AreaKind;
  name: string;
  formerDistrict: string;
}

/** An enterprise as its members see it. */
export interface MemberEnterprise {
  id: string;
  code: string;
  taxCode: string;
  taxCodeKind: TaxCodeKind;
  name: string;
  legalForm: LegalForm;
  sector: EnterpriseSector;
  areaId: string;
  area: Area;
  address: string;
  phone: string;
  website: string;
  registeredOn: Day;
  version: number;
  size: DeclaredSize | null;
}

const areaColumns = "json_build_object('kind', a.kind, 'name', a.name, 'formerDistrict', a.former_district) AS area";

// The latest declaration in force on the day decides; of two for one day, the later record.
const sizeJoin = `LEFT JOIN LATERAL (
    SELECT d.* FROM size_declarations d
    WHERE d.enterprise_id = e.id AND d.effective_on <= (now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date
    ORDER BY d.effective_on DESC, d.recorded_at DESC LIMIT 1
  ) d ON true`;

const sizeColumns = `CASE WHEN d.id IS NULL THEN NULL ELSE json_build_object('size', d.size, 'year', d.year,
    'employees', d.employees, 'revenue', d.revenue, 'capital', d.capital, 'sector', d.rule->'sector',
    'bounds', COALESCE(d.rule->'bounds', '[]'), 'unknown', COALESCE(d.rule->'unknown', '[]'), 'effectiveOn', d.effective_on) END AS size`;

/** The enterprise, if the account is its member; undefined also when there is none: the two look the same from outside. */
export async function findMemberEnterprise(
  enterpriseId: string,
  accountId: string,
): Promise<MemberEnterprise | undefined> {
  return row<MemberEnterprise>(
    `SELECT e.id, e.code, e.tax_code AS "taxCode", e.tax_code_kind AS "taxCodeKind", e.name, e.legal_form AS "legalForm",
        e.sector, e.area_id AS "areaId", ${areaColumns}, e.address, e.phone, e.website, e.registered_on AS "registeredOn",
        e.version, ${sizeColumns}
      FROM enterprises e
      JOIN representatives m ON m.enterprise_id = e.id AND m.account_id = $2
      JOIN areas a ON a.id = e.area_id
      ${sizeJoin}
      WHERE e.id = $1`,
    [enterpriseId, accountId],
  );
}

/** An enterprise as anyone sees it: no personal number, no telephone. */
export interface PublicEnterprise {
  id: string;
  code: string;
  taxCode: string | null;
  name: string;
  legalForm: LegalForm;
  sector: EnterpriseSector;
  area: Area;
  address: string;
  website: string;
  registeredOn: Day;
  closedOn: Day | null;
  isDemo: boolean;
  size: EnterpriseSize | null;
}

/** The enterprise behind a public code. The address of someone who trades under their personal number stays private. */
export async function findPublicEnterprise(code: string): Promise<PublicEnterprise | undefined> {
  return row<PublicEnterprise>(
    `SELECT e.id, e.code, CASE WHEN e.tax_code_kind = 'personal' THEN NULL ELSE e.tax_code END AS "taxCode", e.name,
        e.legal_form AS "legalForm", e.sector, ${areaColumns},
        CASE WHEN e.tax_code_kind = 'personal' THEN '' ELSE e.address END AS address,
        e.website, e.registered_on AS "registeredOn", e.closed_on AS "closedOn", e.is_demo AS "isDemo", d.size
      FROM enterprises e JOIN areas a ON a.id = e.area_id ${sizeJoin}
      WHERE e.code = $1`,
    [code],
  );
}

/** One enterprise in the list of those an account belongs to, with what waits and what is missing. */
export interface OwnEnterprise {
  id: string;
  name: string;
  area: Area;
  size: EnterpriseSize | null;
}

/** The enterprises an account belongs to, by name; at most 100. */
export async function listOwnEnterprises(accountId: string): Promise<OwnEnterprise[]> {
  return rows<OwnEnterprise>(
    `SELECT e.id, e.name, ${areaColumns}, d.size
      FROM memberships m JOIN enterprises e ON e.id = m.enterprise_id JOIN areas a ON a.id = e.area_id ${sizeJoin}
      WHERE m.account_id = $1 ORDER BY e.name, e.id LIMIT 100`,
    [accountId],
  );
}
