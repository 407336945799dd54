import { accept, type Result, refuse } from "~/platform/result";

export const enterpriseSizes = ["micro", "small", "medium", "large"] as const;
export type EnterpriseSize = (typeof enterpriseSizes)[number];

export const enterpriseSectors = ["agriculture-industry", "trade-services"] as const;
export type EnterpriseSector = (typeof enterpriseSectors)[number];

export const legalForms = [
  "private-enterprise",
  "llc-one",
  "llc-many",
  "joint-stock",
  "partnership",
  "cooperative",
  "cooperative-union",
  "cooperative-group",
  "household",
] as const;
export type LegalForm = (typeof legalForms)[number];

export type SizeFigure = "employees" | "revenue" | "capital";

/** One comparison that decided: persons for employees, đồng for revenue and capital. */
export type SizeBound = { figure: SizeFigure; relation: "at-most" | "more-than"; bound: number };

/** Why a size was given: every bound holds of the declared figures; an unknown figure met no bound. */
export type SizeRule = { bounds: readonly SizeBound[]; unknown: readonly SizeFigure[] };

export type DeclaredFigures = {
  sector: EnterpriseSector;
  /** Yearly average of those who pay social insurance. */
  employees: number;
  /** Of the preceding year, in đồng; null when not known. */
  revenue: number | null;
  /** Of the preceding year's balance sheet, in đồng; null when not known. */
  capital: number | null;
};

export type SizeRefusal = "size.employees" | "size.revenue" | "size.capital" | "size.figuresMissing";

type Limits = Record<SizeFigure, number>;
const billion = 1_000_000_000;

/** Decree 80/2021/NĐ-CP Art. 5: every bound is "không quá", so it is itself allowed. */
export const sizeLimits: Record<EnterpriseSector, readonly (Limits & { size: Exclude<EnterpriseSize, "large"> })[]> = {
  "agriculture-industry": [
    { size: "micro", employees: 10, revenue: 3 * billion, capital: 3 * billion },
    { size: "small", employees: 100, revenue: 50 * billion, capital: 20 * billion },
    { size: "medium", employees: 200, revenue: 200 * billion, capital: 100 * billion },
  ],
  "trade-services": [
    { size: "micro", employees: 10, revenue: 10 * billion, capital: 3 * billion },
    { size: "small", employees: 50, revenue: 100 * billion, capital: 50 * billion },
    { size: "medium", employees: 100, revenue: 300 * billion, capital: 100 * billion },
  ],
};

/**
 * The size of an enterprise under Decree 80/2021/NĐ-CP Art. 5 with the bounds that gave it: employees within the limit and
 * revenue or capital within theirs. One of revenue and capital may be unknown; both only if the employees alone decide.
 */
export function sizeOf(declared: DeclaredFigures): Result<{ size: EnterpriseSize; rule: SizeRule }, SizeRefusal> {
  const { employees, revenue, capital } = declared;
  if (!isCount(employees)) return refuse("size.employees");
  if (revenue !== null && !isCount(revenue)) return refuse("size.revenue");
  if (capital !== null && !isCount(capital)) return refuse("size.capital");

  const money = (["revenue", "capital"] as const).flatMap((figure) => {
    const value = declared[figure];
    return value === null ? [] : [{ figure, value }];
  });
  const unknown = (["revenue", "capital"] as const).filter((figure) => declared[figure] === null);

  const exceeded: SizeBound[] = [];
  for (const limits of sizeLimits[declared.sector]) {
    const { size } = limits;
    exceeded.length = 0;
    if (employees > limits.employees) {
      exceeded.push({ figure: "employees", relation: "more-than", bound: limits.employees });
      continue;
    }
    if (money.length === 0) return refuse("size.figuresMissing");
    const within = money.filter(({ figure, value }) => value <= limits[figure]);
    if (within.length > 0) {
      const bounds = [
        { figure: "employees" as const, relation: "at-most" as const, bound: limits.employees },
        ...within.map(({ figure }) => ({ figure, relation: "at-most" as const, bound: limits[figure] })),
      ];
      return accept({ size, rule: { bounds, unknown } });
    }
    exceeded.push(...money.map(({ figure }) => ({ figure, relation: "more-than" as const, bound: limits[figure] })));
  }
  return accept({ size: "large", rule: { bounds: exceeded, unknown } });
}

/** Which forms outside the decree count among the SMEs of a target. */
export type SmeConfig = { countHouseholds: boolean; countCooperatives: boolean };

/** Whether an enterprise counts among the SMEs: not large, and households and co-operatives only where configured. */
export function isSme(size: EnterpriseSize, legalForm: LegalForm, config: SmeConfig): boolean {
  if (size === "large") return false;
  switch (legalForm) {
    case "household":
      return config.countHouseholds;
    case "cooperative":
    case "cooperative-union":
    case "cooperative-group":
      return config.countCooperatives;
    default:
      return true;
  }
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}
