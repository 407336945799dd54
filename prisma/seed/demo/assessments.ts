import { addDays, type Day } from "~/platform/day";
import { buildAssessment, instantOn } from "../builders";
import { randomFrom } from "../random";
import { stableId } from "../stable-id";
import type { Cast } from "./accounts";
import { type DemoEnterprise, isPast, type Ledger, next, note } from "./ledger";
import { officerFor } from "./reviews";

const firstLevels = [1, 0, 2, 1, 0, 1, 3, 0, 2, 1, 1, 0];

/** Verified assessments of most enterprises, of all levels and of the three versions of the index in turn. */
export function addAssessments(ledger: Ledger, enterprises: readonly DemoEnterprise[]): void {
  for (const [index, enterprise] of enterprises.entries()) {
    if (index % 6 === 4) continue;
    const random = randomFrom(70_000 + index);
    let level = firstLevels[index % firstLevels.length] ?? 0;
    let assessedOn = addDays(enterprise.row.registeredOn, random.between(20, 200));
    const { closedOn } = enterprise.row;
    while (isPast(ledger, addDays(assessedOn, 10)) && (closedOn === null || assessedOn < closedOn)) {
      add(ledger, enterprise, index, level, assessedOn);
      level = Math.min(5, level + random.pick([0, 1, 1, 2]));
      assessedOn = addDays(assessedOn, random.between(380, 560));
    }
  }
}

function add(ledger: Ledger, enterprise: DemoEnterprise, index: number, level: number, assessedOn: Day): void {
  const officer = officerFor(enterprise, index);
  const verifiedAt = instantOn(addDays(assessedOn, 1 + (index % 8)), 14);
  const assessment = buildAssessment(next(ledger, "assessments"), {
    enterpriseId: enterprise.row.id,
    schemeVersion: versionOn(assessedOn),
    level,
    assessedOn,
    verifiedAt,
    verifiedById: officer.id,
  });
  ledger.tables.assessments.push(assessment);
  note(ledger, verifiedAt, officer.id, "assessment.verified", assessment.id, {
    enterpriseId: enterprise.row.id,
    after: { level, schemeVersion: assessment.schemeVersion, assessedOn },
  });
}

// 1970/QĐ-BTTTT (2021), then 2158/QĐ-BTTTT of 7 November 2023, then 1567/QĐ-BKHCN of 30 June 2025.
function versionOn(day: Day): string {
  if (day < "2023-11-07") return "v2021";
  return day < "2025-06-30" ? "v2023" : "v2025";
}

export const demoPopulations: readonly (readonly [number, number])[] = [
  [2021, 92],
  [2022, 97],
  [2023, 103],
  [2024, 110],
  [2025, 116],
  [2026, 121],
];

/** Made-up totals, small enough that the share of the demo's few enterprises can be seen, and labelled as such. */
export function addSmePopulations(ledger: Ledger, cast: Cast): void {
  for (const [year, count] of demoPopulations) {
    const recordedAt = instantOn(`${year}-03-31`, 10);
    const known = year === 2021 ? instantOn("2021-10-01", 10) : recordedAt;
    const id = stableId(`sme-population:${year}`);
    const source = "Số liệu demo, không phải số liệu thống kê";
    ledger.tables.sme_populations.push({
      id,
      year,
      count,
      source,
      recordedAt: known,
      recordedById: cast.administrator.id,
    });
    note(ledger, known, cast.administrator.id, "sme-population.entered", id, { after: { year, count } });
  }
}
