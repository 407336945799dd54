import type { Pool, PoolClient } from "pg";
import { areaSuccessions, areas } from "./reference/areas";
import { checklistItems } from "./reference/checklist-items";
import { marketplaces } from "./reference/marketplaces";
import { publicHolidays } from "./reference/public-holidays";
import { reasons } from "./reference/reasons";
import { schemes } from "./reference/schemes";
import { targets } from "./reference/targets";
import { stableId } from "./stable-id";

/**
 * Brings the reference data in: areas follow the law and are set right on every run; schemes, marketplaces, targets,
 * holidays and checklist items belong to the administrator once they exist and are only added where missing. Running it
 * again changes nothing.
 */
export async function seedReference(db: Pool | PoolClient): Promise<void> {
  await db.query(
    `with given as (
       select * from jsonb_to_recordset($1) as given(
         "id" text, "scheme" text, "code" text, "kind" text, "name" text,
         "formerDistrict" text, "formerProvince" text, "validFrom" date, "validTo" date))
     insert into areas as kept
       (id, scheme, code, kind, name, former_district, former_province, valid_from, valid_to)
     select "id", "scheme", "code", "kind", "name", "formerDistrict", "formerProvince", "validFrom", "validTo"
       from given order by "id"
     on conflict (id) do update set
       kind = excluded.kind, name = excluded.name,
       former_district = excluded.former_district, former_province = excluded.former_province,
       valid_from = excluded.valid_from, valid_to = excluded.valid_to
     where (kept.kind, kept.name, kept.former_district, kept.former_province, kept.valid_from, kept.valid_to)
       is distinct from (excluded.kind, excluded.name, excluded.former_district, excluded.former_province,
                         excluded.valid_from, excluded.valid_to)`,
    [JSON.stringify(areas)],
  );
  await db.query(
    `insert into area_successions as kept (from_id, to_id, partial)
     select "fromId", "toId", "partial"
       from jsonb_to_recordset($1) as given("fromId" text, "toId" text, "partial" boolean)
      order by "fromId", "toId"
     on conflict (from_id, to_id) do update set partial = excluded.partial
     where kept.partial is distinct from excluded.partial`,
    [JSON.stringify(areaSuccessions)],
  );
  await db.query(
    `insert into schemes
       (id, code, name_vi, name_en, issuer_vi, issuer_en, validity_months, levels, number_example,
        counts_toward_target, position)
     select "id", "code", "nameVi", "nameEn", "issuerVi", "issuerEn", "validityMonths", "levels", "numberExample",
            "countsTowardTarget", "position"
       from jsonb_to_recordset($1) as given(
         "id" uuid, "code" text, "nameVi" text, "nameEn" text, "issuerVi" text, "issuerEn" text,
         "validityMonths" integer, "levels" text[], "numberExample" text, "countsTowardTarget" boolean,
         "position" integer)
     on conflict (code) do nothing`,
    [inOrder("scheme", schemes)],
  );
  await db.query(
    `insert into marketplaces
       (id, code, name, hosts, short_link_hosts, confirmation_window_days, recognised_from, recognised_to, position)
     select "id", "code", "name", "hosts", "shortLinkHosts", "confirmationWindowDays", "recognisedFrom",
            "recognisedTo", "position"
       from jsonb_to_recordset($1) as given(
         "id" uuid, "code" text, "name" text, "hosts" text[], "shortLinkHosts" text[],
         "confirmationWindowDays" integer, "recognisedFrom" date, "recognisedTo" date, "position" integer)
     on conflict (code) do nothing`,
    [inOrder("marketplace", marketplaces)],
  );
  await db.query(
    `insert into targets
       (id, code, indicator, basis_points, deadline, baseline_on, baseline_basis_points, threshold_level,
        name_vi, name_en, legal_basis_vi, legal_basis_en, position)
     select "id", "code", "indicator", "basisPoints", "deadline", "baselineOn", "baselineBasisPoints",
            "thresholdLevel", "nameVi", "nameEn", "legalBasisVi", "legalBasisEn", "position"
       from jsonb_to_recordset($1) as given(
         "id" uuid, "code" text, "indicator" text, "basisPoints" integer, "deadline" date, "baselineOn" date,
         "baselineBasisPoints" integer, "thresholdLevel" integer, "nameVi" text, "nameEn" text,
         "legalBasisVi" text, "legalBasisEn" text, "position" integer)
     on conflict (code) do nothing`,
    [inOrder("target", targets)],
  );
  await db.query(
    `insert into reasons (id, subject_kind, code, field, words_vi, words_en, advice_vi, advice_en, position)
     select "id", "subjectKind", "code", "field", "wordsVi", "wordsEn", "adviceVi", "adviceEn", "position"
       from jsonb_to_recordset($1) as given(
         "id" uuid, "subjectKind" text, "code" text, "field" text, "wordsVi" text, "wordsEn" text,
         "adviceVi" text, "adviceEn" text, "position" integer)
     on conflict (subject_kind, code) do nothing`,
    [
      JSON.stringify(
        reasons.map((one, index) => ({
          ...one,
          id: stableId(`reason:${one.subjectKind}:${one.code}`),
          position: index + 1,
        })),
      ),
    ],
  );
  await addPublicHolidays(db);
  await db.query(
    `insert into checklist_items (id, code, kind, required, name_vi, name_en, guidance_vi, guidance_en, position)
     select "id", "code", "kind", "required", "nameVi", "nameEn", "guidanceVi", "guidanceEn", "position"
       from jsonb_to_recordset($1) as given(
         "id" uuid, "code" text, "kind" text, "required" boolean, "nameVi" text, "nameEn" text, "guidanceVi" text,
         "guidanceEn" text, "position" integer)
     on conflict (code) do nothing`,
    [inOrder("checklist-item", checklistItems)],
  );
}

/** Only into an empty calendar: a day that an administrator took out must not come back with the next start. */
async function addPublicHolidays(db: Pool | PoolClient): Promise<void> {
  await db.query(
    `insert into public_holidays (day, kind, name_vi, name_en, certain)
     select "day", "kind", "nameVi", "nameEn", "certain"
       from jsonb_to_recordset($1) as given("day" date, "kind" text, "nameVi" text, "nameEn" text, "certain" boolean)
      where not exists (select from public_holidays)
     on conflict (day) do nothing`,
    [JSON.stringify(publicHolidays)],
  );
}

/** The list as JSON, each with the id that it has everywhere and its place on screen. */
function inOrder(kind: string, list: readonly { code: string }[]): string {
  return JSON.stringify(
    list.map((entry, index) => ({ ...entry, id: stableId(`${kind}:${entry.code}`), position: index + 1 })),
  );
}
