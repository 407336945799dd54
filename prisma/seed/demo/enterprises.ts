import type { LegalForm } from "~/enterprises/enterprise-size";
import { addDays, type Day } from "~/platform/day";
import { buildEnterprise, buildMembership, buildSizeDeclaration, instantOn } from "../builders";
import { demoPersonalNumber, demoTaxCode } from "../demo-numbers";
import { type Random, randomFrom } from "../random";
import { currentAreas } from "../reference/current-areas";
import type { AccountRow, EnterpriseRow, SizeDeclarationRow } from "../rows";
import type { Cast } from "./accounts";
import { brands, themes } from "./catalogue";
import { type DemoEnterprise, isPast, type Ledger, next, note } from "./ledger";
import { addProduct } from "./products";

export const enterpriseCount = 66;
const firstDay: Day = "2021-09-27";
const daysOfGrowth = 1700;

const legalForms: readonly LegalForm[] = [
  "llc-one",
  "household",
  "cooperative",
  "llc-many",
  "household",
  "private-enterprise",
  "joint-stock",
  "llc-one",
  "cooperative",
  "household",
  "llc-many",
];
const rareForms: Readonly<Record<number, LegalForm>> = {
  20: "partnership",
  31: "cooperative-union",
  42: "cooperative-group",
  53: "cooperative-group",
};
const namePrefix: Readonly<Record<LegalForm, string>> = {
  "llc-one": "Công ty TNHH MTV",
  "llc-many": "Công ty TNHH",
  "private-enterprise": "DNTN",
  "joint-stock": "Công ty Cổ phần",
  partnership: "Công ty hợp danh",
  cooperative: "HTX",
  "cooperative-union": "Liên hiệp HTX",
  "cooperative-group": "Tổ hợp tác",
  household: "Hộ kinh doanh",
};

const branchOffice = 40;
const officersOwn = 5;
const closures: Readonly<Record<number, Day>> = { 16: "2024-11-30", 32: "2026-03-31" };

/** Enterprises of every legal form, size and sector, registered from the resolution on, with their products. */
export function addEnterprises(ledger: Ledger, cast: Cast): DemoEnterprise[] {
  const enterprises = Array.from({ length: enterpriseCount }, (_, index) => addEnterprise(ledger, cast, index));
  let index = 0;
  for (const enterprise of enterprises) {
    const wanted = 3 + (enterprises.indexOf(enterprise) % 3);
    const kinds = enterprise.theme.products;
    const offset = Math.floor(enterprises.indexOf(enterprise) / themes.length) * 2;
    for (let k = 0; k < Math.min(wanted, kinds.length); k += 1) {
      const kind = kinds[(k + offset) % kinds.length];
      if (kind !== undefined) addProduct(ledger, enterprise, index, kind);
      index += 1;
    }
  }
  return enterprises;
}

function addEnterprise(ledger: Ledger, cast: Cast, index: number): DemoEnterprise {
  const random = randomFrom(1000 + index);
  const themeIndex = index % themes.length;
  const theme = themes[themeIndex];
  if (theme === undefined) throw new RangeError(`No theme ${themeIndex}`);
  const legalForm = rareForms[index] ?? legalForms[index % legalForms.length] ?? "household";
  const area = random.pick(
    currentAreas.filter(([, , , , district]) => theme.districts.some((name) => district.includes(name))),
  );
  // Spread over the years out of the order of the list, denser in the later ones.
  const place = ((index * 29) % enterpriseCount) / enterpriseCount;
  const registeredOn = addDays(firstDay, Math.round(daysOfGrowth * place ** 0.85));
  const registeredAt = instantOn(registeredOn, 8 + random.next() * 8);
  const closedOn = closures[index] ?? null;
  const brand = brands[(index * 7 + Math.floor(index / brands.length)) % brands.length] ?? "";
  const row = buildEnterprise(next(ledger, "enterprises"), {
    ...taxCodeOf(index, legalForm, area[3] === "Gia Lai" ? "59" : "41", registeredOn),
    name: `${namePrefix[legalForm]} ${theme.label} ${brand} (demo)`,
    legalForm,
    sector: index % 9 === 4 ? "trade-services" : theme.sector,
    areaId: `2025:${area[0]}`,
    address: `Số ${random.between(1, 240)}, đường Demo`,
    website: random.chance(0.4) ? `https://dn${index + 1}.demo.lensan.example` : "",
    registeredOn,
    registeredAt,
    closedOn,
    closureRecordedAt: closedOn === null ? null : instantOn(addDays(closedOn, 3)),
    isDemo: true,
  });
  const owner = ownerOf(cast, index);
  const tables = ledger.tables;
  tables.enterprises.push(row);
  tables.memberships.push(buildMembership(owner.id, row.id, registeredAt));
  note(ledger, registeredAt, owner.id, "enterprise.registered", row.id, {
    enterpriseId: row.id,
    after: { code: row.code, legalForm },
  });
  if (row.closedOn !== null && row.closureRecordedAt !== null) {
    note(ledger, row.closureRecordedAt, cast.officer.id, "enterprise.closed", row.id, {
      enterpriseId: row.id,
      after: { closedOn: row.closedOn },
    });
  }
  addDeclarations(ledger, row, owner, index, random);
  const officers = [cast.officer, cast.secondOfficer, cast.officerOwner].filter(({ id }) => id !== owner.id);
  return { row, theme, themeIndex, owner, officers, products: [] };
}

function ownerOf(cast: Cast, index: number): AccountRow {
  if (index < 3) return cast.owner;
  if (index === officersOwn) return cast.officerOwner;
  return cast.owners[index % cast.owners.length] ?? cast.owner;
}

// Households use the personal number of their representative since 1 July 2025; those registered before mostly kept theirs.
function taxCodeOf(
  index: number,
  legalForm: LegalForm,
  prefix: "41" | "59",
  registeredOn: Day,
): Pick<EnterpriseRow, "taxCode" | "taxCodeKind"> {
  if (legalForm === "household" && (registeredOn >= "2025-07-01" || index % 2 === 0)) {
    return { taxCode: demoPersonalNumber(index + 1), taxCodeKind: "personal" };
  }
  const code = demoTaxCode(index, prefix);
  return index === branchOffice
    ? { taxCode: `${code}-001`, taxCodeKind: "branch" }
    : { taxCode: code, taxCodeKind: "enterprise" };
}

type Figures = Pick<SizeDeclarationRow, "employees" | "revenue" | "capital">;
const million = 1_000_000;

function figuresOf(row: EnterpriseRow, index: number, random: Random): Figures {
  const trade = row.sector === "trade-services";
  const small = row.legalForm === "household" || row.legalForm === "cooperative-group";
  const scale = small ? 0 : index % 22 === 6 ? 3 : random.pick([0, 0, 1, 1, 1, 2]);
  if (scale === 0)
    return { employees: random.between(2, 10), revenue: random.between(400, 2900) * million, capital: null };
  if (scale === 1) {
    return {
      employees: random.between(12, trade ? 48 : 92),
      revenue: random.between(6_000, 45_000) * million,
      capital: random.between(3_500, 18_000) * million,
    };
  }
  if (scale === 2) {
    return {
      employees: random.between(trade ? 55 : 105, trade ? 95 : 190),
      revenue: random.between(110_000, 190_000) * million,
      capital: random.between(55_000, 95_000) * million,
    };
  }
  return { employees: random.between(220, 480), revenue: 820_000 * million, capital: 310_000 * million };
}

function addDeclarations(ledger: Ledger, row: EnterpriseRow, owner: AccountRow, index: number, random: Random): void {
  const later = `${2024 + (index % 3)}-04-10`;
  const days =
    index % 3 === 0 && later > row.registeredOn && isPast(ledger, later)
      ? [row.registeredOn, later]
      : [row.registeredOn];
  for (const effectiveOn of days) {
    const recordedAt = effectiveOn === row.registeredOn ? row.registeredAt : instantOn(effectiveOn, 10);
    const declaration = buildSizeDeclaration(next(ledger, "size_declarations"), {
      enterpriseId: row.id,
      sector: row.sector,
      ...figuresOf(row, index, random),
      effectiveOn,
      recordedAt,
      recordedById: owner.id,
    });
    ledger.tables.size_declarations.push(declaration);
    note(ledger, recordedAt, owner.id, "size.declared", row.id, {
      subjectKind: "enterprise",
      enterpriseId: row.id,
      after: { year: declaration.year, size: declaration.size },
    });
  }
}
