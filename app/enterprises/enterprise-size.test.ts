import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type DeclaredFigures, enterpriseSectors, enterpriseSizes, isSme, legalForms, sizeOf } from "./enterprise-size";

const billion = 1_000_000_000;
const industry = "agriculture-industry" as const;
const trade = "trade-services" as const;
const sized = (declared: DeclaredFigures): string => {
  const result = sizeOf(declared);
  return result.ok ? result.value.size : result.code;
};

// The table of Decree 80/2021 Art. 5, in billions, written out a second time on purpose.
const table = [
  [industry, 10, 3, 3, "micro", "small"],
  [industry, 100, 50, 20, "small", "medium"],
  [industry, 200, 200, 100, "medium", "large"],
  [trade, 10, 10, 3, "micro", "small"],
  [trade, 50, 100, 50, "small", "medium"],
  [trade, 100, 300, 100, "medium", "large"],
] as const;

describe("every bound of Decree 80/2021 is itself allowed", () => {
  test.each(table)(
    "%s: %i persons with %i billion revenue or %i billion capital is %s, more is %s",
    (sector, employees, r, c, size, next) => {
      const revenue = r * billion;
      const capital = c * billion;
      expect(sized({ sector, employees, revenue, capital })).toBe(size);
      expect(sized({ sector, employees, revenue, capital: null })).toBe(size);
      expect(sized({ sector, employees, revenue: null, capital })).toBe(size);
      expect(sized({ sector, employees: employees + 1, revenue, capital })).toBe(next);
      expect(sized({ sector, employees, revenue: revenue + 1, capital: null })).toBe(next);
      expect(sized({ sector, employees, revenue: null, capital: capital + 1 })).toBe(next);
      expect(sized({ sector, employees, revenue: revenue + 1, capital: capital + 1 })).toBe(next);
    },
  );
  test.each(table)(
    "%s: within %i persons one of %i billion revenue and %i billion capital suffices",
    (sector, employees, r, c, size) => {
      expect(sized({ sector, employees, revenue: r * billion, capital: c * billion + 1 })).toBe(size);
      expect(sized({ sector, employees, revenue: r * billion + 1, capital: c * billion })).toBe(size);
    },
  );
});

describe("the rule that gave the size", () => {
  test("a micro enterprise by its revenue", () => {
    expect(sizeOf({ sector: industry, employees: 4, revenue: 2 * billion, capital: 5 * billion })).toEqual({
      ok: true,
      value: {
        size: "micro",
        rule: {
          bounds: [
            { figure: "employees", relation: "at-most", bound: 10 },
            { figure: "revenue", relation: "at-most", bound: 3 * billion },
          ],
          unknown: [],
        },
      },
    });
  });
  test("a large enterprise by its employees, whatever its revenue and capital", () => {
    expect(sizeOf({ sector: trade, employees: 101, revenue: null, capital: null })).toEqual({
      ok: true,
      value: {
        size: "large",
        rule: { bounds: [{ figure: "employees", relation: "more-than", bound: 100 }], unknown: ["revenue", "capital"] },
      },
    });
  });
  test("a large enterprise by revenue and capital", () => {
    expect(sizeOf({ sector: trade, employees: 3, revenue: 301 * billion, capital: 101 * billion })).toEqual({
      ok: true,
      value: {
        size: "large",
        rule: {
          bounds: [
            { figure: "revenue", relation: "more-than", bound: 300 * billion },
            { figure: "capital", relation: "more-than", bound: 100 * billion },
          ],
          unknown: [],
        },
      },
    });
  });
});

describe("what cannot be sized", () => {
  test.each([
    [{ employees: 5, revenue: null, capital: null }, "size.figuresMissing"],
    [{ employees: -1, revenue: 1, capital: 1 }, "size.employees"],
    [{ employees: 1.5, revenue: 1, capital: 1 }, "size.employees"],
    [{ employees: 1, revenue: -1, capital: 1 }, "size.revenue"],
    [{ employees: 1, revenue: 2 ** 53, capital: 1 }, "size.revenue"],
    [{ employees: 1, revenue: 1, capital: Number.NaN }, "size.capital"],
  ])("%j: %s", (figures, code) => {
    expect(sized({ sector: industry, ...figures })).toBe(code);
  });
});

describe("properties", () => {
  const order: readonly string[] = enterpriseSizes;
  const rank = (declared: DeclaredFigures) => order.indexOf(sized(declared));
  const money = fc.oneof(
    fc.integer({ min: 0, max: 400 * billion }),
    fc.constantFrom(...table.flatMap((row) => [row[2] * billion, row[3] * billion])),
  );
  const declared = fc.record({
    sector: fc.constantFrom(...enterpriseSectors),
    employees: fc.integer({ min: 0, max: 300 }),
    revenue: fc.option(money),
    capital: fc.option(money),
  });
  const known = declared.filter(({ revenue, capital }) => revenue !== null || capital !== null);

  test("every bound named by the rule holds of the declared figures", () => {
    fc.assert(
      fc.property(known, (figures) => {
        const result = sizeOf(figures);
        if (!result.ok) throw new Error(result.code);
        expect(result.value.rule.bounds.length).toBeGreaterThan(0);
        for (const { figure, relation, bound } of result.value.rule.bounds) {
          const value = figures[figure] ?? Number.NaN;
          expect(relation === "at-most" ? value <= bound : value > bound).toBe(true);
        }
      }),
    );
  });
  test("an enterprise that grows in any figure never gets smaller", () => {
    fc.assert(
      fc.property(known, fc.nat(50), fc.nat(100), fc.nat(100), (figures, persons, revenue, capital) => {
        const grown = {
          sector: figures.sector,
          employees: figures.employees + persons,
          revenue: figures.revenue === null ? null : figures.revenue + revenue * billion,
          capital: figures.capital === null ? null : figures.capital + capital * billion,
        };
        expect(rank(grown)).toBeGreaterThanOrEqual(rank(figures));
      }),
    );
  });
  test("learning an unknown figure never makes an enterprise larger", () => {
    fc.assert(
      fc.property(known, money, (figures, learnt) => {
        const better = { ...figures, revenue: figures.revenue ?? learnt, capital: figures.capital ?? learnt };
        expect(rank(better)).toBeLessThanOrEqual(rank(figures));
      }),
    );
  });
});

describe("who counts among the SMEs", () => {
  const neither = { countHouseholds: false, countCooperatives: false };
  const companies = ["private-enterprise", "llc-one", "llc-many", "joint-stock", "partnership"];
  const cooperatives = ["cooperative", "cooperative-union", "cooperative-group"];

  test.each(legalForms)("%s: companies always, households and co-operatives only where configured", (form) => {
    expect(isSme("micro", form, neither)).toBe(companies.includes(form));
    expect(isSme("small", form, { ...neither, countHouseholds: true })).toBe(
      companies.includes(form) || form === "household",
    );
    expect(isSme("medium", form, { ...neither, countCooperatives: true })).toBe(
      [...companies, ...cooperatives].includes(form),
    );
  });
  test.each(legalForms)("%s: a large one never", (form) => {
    expect(isSme("large", form, { countHouseholds: true, countCooperatives: true })).toBe(false);
  });
});
