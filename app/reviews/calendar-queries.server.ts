import type { Day } from "~/platform/day";
import { rows } from "~/platform/db/client.server";
import type { ReviewSubject } from "./review";
import type { Calendar } from "./working-days";

export const holidayKinds = ["holiday", "working-day"] as const;
export type HolidayKind = (typeof holidayKinds)[number];

export interface PublicHoliday {
  day: Day;
  kind: HolidayKind;
  nameVi: string;
  nameEn: string;
  certain: boolean;
}

const most = 2000;

/** Every day that differs from an ordinary week. */
export async function loadCalendar(): Promise<Calendar> {
  const days = await rows<{ day: Day; kind: HolidayKind }>(
    `SELECT day, kind FROM public_holidays ORDER BY day DESC LIMIT ${most}`,
  );
  const of = (kind: HolidayKind) => new Set(days.filter((one) => one.kind === kind).map(({ day }) => day));
  return { holidays: of("holiday"), workedInstead: of("working-day") };
}

export const listPublicHolidays = (year: number): Promise<PublicHoliday[]> =>
  rows<PublicHoliday>(
    `SELECT day, kind, name_vi AS "nameVi", name_en AS "nameEn", certain FROM public_holidays
      WHERE day BETWEEN make_date($1, 1, 1) AND make_date($1, 12, 31) ORDER BY day`,
    [year],
  );

export const listHolidayYears = async (): Promise<number[]> =>
  (
    await rows<{ year: number }>(
      "SELECT DISTINCT extract(year FROM day)::int AS year FROM public_holidays ORDER BY 1 LIMIT 200",
    )
  ).map(({ year }) => year);

export interface ServiceTimeRow {
  kind: ReviewSubject;
  workingDays: number;
  version: number;
}

export const listServiceTimes = (): Promise<ServiceTimeRow[]> =>
  rows<ServiceTimeRow>(`SELECT subject_kind AS kind, working_days AS "workingDays", version FROM service_times
    ORDER BY array_position(ARRAY['certificate', 'listing', 'change', 'revocation', 'checklist-answer'], subject_kind)`);
