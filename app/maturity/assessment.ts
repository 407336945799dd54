import type { Day } from "~/platform/day";
import { accept, type Result, refuse } from "~/platform/result";

/** Levels of digital transformation, from "not started" (0) to "leading" (5). */
export const maturityLevels = [0, 1, 2, 3, 4, 5] as const;

/** The versions of the index (DBI), each with the decision that issued it and that decision's day. */
export const schemeVersions = {
  v2025: { decision: "1567/QĐ-BKHCN", issuedOn: "2025-06-30" },
  v2023: { decision: "2158/QĐ-BTTTT", issuedOn: "2023-11-07" },
  v2021: { decision: "1970/QĐ-BTTTT", issuedOn: "2021-12-13" },
} as const satisfies Readonly<Record<string, { decision: string; issuedOn: Day }>>;

export type SchemeVersion = keyof typeof schemeVersions;
export const schemeVersionCodes = ["v2025", "v2023", "v2021"] as const satisfies readonly SchemeVersion[];

/** Refuses a day that has not come yet, and one before the version of the index existed. */
export function checkAssessedOn(
  assessedOn: Day,
  version: SchemeVersion,
  today: Day,
): Result<true, "assessedOn.future" | "assessedOn.beforeVersion"> {
  if (assessedOn > today) return refuse("assessedOn.future");
  return assessedOn < schemeVersions[version].issuedOn ? refuse("assessedOn.beforeVersion") : accept(true);
}
