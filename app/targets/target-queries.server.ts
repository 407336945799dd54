import type { Day } from "~/platform/day";
import { row, rows } from "~/platform/db/client.server";

export type Indicator = "listing-share" | "sme-share";

export interface TargetRow {
  id: string;
  version: number;
  code: string;
  indicator: Indicator;
  basisPoints: number;
  deadline: Day;
  baselineOn: Day;
  baselineBasisPoints: number;
  thresholdLevel: number | null;
  nameVi: string;
  nameEn: string;
  legalBasisVi: string;
  legalBasisEn: string;
  active: boolean;
}

/** The official number of SMEs of a year, with its source. */
export interface SmePopulation {
  year: number;
  count: number;
  source: string;
}

const columns = `id, version, code, indicator, basis_points AS "basisPoints", deadline, baseline_on AS "baselineOn",
  baseline_basis_points AS "baselineBasisPoints", threshold_level AS "thresholdLevel", name_vi AS "nameVi",
  name_en AS "nameEn", legal_basis_vi AS "legalBasisVi", legal_basis_en AS "legalBasisEn", active`;

/** The active targets and the official numbers of SMEs, newest year first, by one statement. */
export async function readTargets(): Promise<{ targets: TargetRow[]; populations: SmePopulation[] }> {
  const found = await row<{ targets: TargetRow[]; populations: SmePopulation[] }>(
    `SELECT
      COALESCE((SELECT json_agg(t) FROM (SELECT ${columns} FROM targets WHERE active ORDER BY position, deadline, code LIMIT 20) t), '[]') AS targets,
      COALESCE((SELECT json_agg(p) FROM (SELECT year, count, source FROM sme_populations ORDER BY year DESC LIMIT 100) p), '[]') AS populations`,
  );
  return found ?? { targets: [], populations: [] };
}

export const listTargets = () =>
  rows<TargetRow>(`SELECT ${columns} FROM targets ORDER BY position, deadline, code LIMIT 200`);

export const findTarget = (id: string) => row<TargetRow>(`SELECT ${columns} FROM targets WHERE id = $1`, [id]);

export const findActiveTarget = (code: string) =>
  row<TargetRow>(`SELECT ${columns} FROM targets WHERE code = $1 AND active`, [code]);

/** The number that stands for a day: of its year, or of the latest year before. */
export const populationOn = (populations: readonly SmePopulation[], day: Day): SmePopulation | null =>
  populations.find(({ year }) => year <= Number(day.slice(0, 4))) ?? null;

export interface Choice {
  code: string;
  nameVi: string;
  nameEn: string;
}

export interface FilterChoices {
  districts: { district: string; province: string }[];
  schemes: Choice[];
  marketplaces: Choice[];
}

/** What the lists behind the figures can be narrowed to. */
export async function readFilterChoices(): Promise<FilterChoices> {
  const found = await row<FilterChoices>(
    `SELECT
      (SELECT COALESCE(json_agg(d ORDER BY d.province, d.district), '[]') FROM (
        SELECT DISTINCT former_district AS district, former_province AS province FROM areas WHERE scheme = '2025') d) AS districts,
      (SELECT COALESCE(json_agg(json_build_object('code', code, 'nameVi', name_vi, 'nameEn', name_en) ORDER BY position), '[]')
        FROM schemes WHERE counts_toward_target) AS schemes,
      (SELECT COALESCE(json_agg(json_build_object('code', code, 'nameVi', name, 'nameEn', name) ORDER BY position), '[]')
        FROM marketplaces) AS marketplaces`,
  );
  return found ?? { districts: [], schemes: [], marketplaces: [] };
}

export interface CountingScheme extends Choice {
  issuerVi: string;
  issuerEn: string;
  validityMonths: number | null;
  counts: boolean;
}

/** What the method note lists: every kind of certificate in use, and every marketplace. */
export const listCountingSchemes = () =>
  rows<CountingScheme>(
    `SELECT code, name_vi AS "nameVi", name_en AS "nameEn", issuer_vi AS "issuerVi", issuer_en AS "issuerEn",
        validity_months AS "validityMonths", counts_toward_target AS counts
      FROM schemes WHERE active ORDER BY counts_toward_target DESC, position, name_vi LIMIT 200`,
  );

export interface RecognisedMarketplace {
  code: string;
  name: string;
  recognisedFrom: Day;
  recognisedTo: Day | null;
  windowDays: number;
}

export const listRecognisedMarketplaces = () =>
  rows<RecognisedMarketplace>(
    `SELECT code, name, recognised_from AS "recognisedFrom", recognised_to AS "recognisedTo",
        confirmation_window_days AS "windowDays"
      FROM marketplaces ORDER BY position, name LIMIT 200`,
  );
