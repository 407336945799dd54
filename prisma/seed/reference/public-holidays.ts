import type { Day } from "~/platform/day";

export interface PublicHolidaySeed {
  day: Day;
  kind: "holiday" | "working-day";
  nameVi: string;
  nameEn: string;
  certain: boolean;
}

type Names = readonly [vi: string, en: string];

const newYear: Names = ["Tết Dương lịch", "New Year's Day"];
const tet: Names = ["Tết Nguyên đán", "Lunar New Year"];
const hungKings: Names = ["Giỗ Tổ Hùng Vương", "Hùng Kings' Commemoration Day"];
const victory: Names = ["Ngày Chiến thắng 30/4", "Reunification Day"];
const labour: Names = ["Ngày Quốc tế lao động", "International Labour Day"];
const national: Names = ["Quốc khánh", "National Day"];
const culture: Names = ["Ngày Văn hóa Việt Nam", "Vietnam Culture Day"];
const exchanged: Names = ["Nghỉ hoán đổi", "Day off in exchange"];
const workedFor: Names = ["Làm bù", "Worked in exchange"];

const closed = ([nameVi, nameEn]: Names, ...days: Day[]): PublicHolidaySeed[] =>
  days.map((day) => ({ day, kind: "holiday", nameVi, nameEn, certain: true }));
const worked = (...days: Day[]): PublicHolidaySeed[] =>
  days.map((day) => ({ day, kind: "working-day", nameVi: workedFor[0], nameEn: workedFor[1], certain: true }));
const reckoned = (days: PublicHolidaySeed[]): PublicHolidaySeed[] => days.map((day) => ({ ...day, certain: false }));

/**
 * Labour Code 2019, Art. 112: 1 January, five days of Tết, the 10th of the third lunar month, 30 April, 1 May, 2 September
 * and a day beside it; a holiday at a weekend gives the next working day (Art. 111.3). 2024 to 2026 as announced each year.
 */
export const publicHolidays: readonly PublicHolidaySeed[] = [
  ...closed(newYear, "2024-01-01"),
  ...closed(tet, "2024-02-08", "2024-02-09", "2024-02-12", "2024-02-13", "2024-02-14"),
  ...closed(hungKings, "2024-04-18"),
  ...closed(exchanged, "2024-04-29"),
  ...closed(victory, "2024-04-30"),
  ...closed(labour, "2024-05-01"),
  ...worked("2024-05-04"),
  ...closed(national, "2024-09-02", "2024-09-03"),

  ...closed(newYear, "2025-01-01"),
  ...closed(tet, "2025-01-27", "2025-01-28", "2025-01-29", "2025-01-30", "2025-01-31"),
  ...closed(hungKings, "2025-04-07"),
  ...worked("2025-04-26"),
  ...closed(victory, "2025-04-30"),
  ...closed(labour, "2025-05-01"),
  ...closed(exchanged, "2025-05-02"),
  ...closed(national, "2025-09-01", "2025-09-02"),

  ...closed(newYear, "2026-01-01"),
  ...closed(exchanged, "2026-01-02"),
  ...worked("2026-01-10"),
  ...closed(tet, "2026-02-16", "2026-02-17", "2026-02-18", "2026-02-19", "2026-02-20"),
  // 26 April 2026 is a Sunday.
  ...closed(hungKings, "2026-04-27"),
  ...closed(victory, "2026-04-30"),
  ...closed(labour, "2026-05-01"),
  ...worked("2026-08-22"),
  ...closed(exchanged, "2026-08-31"),
  ...closed(national, "2026-09-01", "2026-09-02"),
  // Resolution 80-NQ/TW of 7 January 2026 makes it a paid holiday; the year's announcement did not have it yet.
  ...reckoned(closed(culture, "2026-11-24")),

  ...closed(newYear, "2027-01-01"),
  // New Year's Day of the lunar calendar is Saturday, 6 February 2027: one day before, four after, two for the weekend.
  ...reckoned(closed(tet, "2027-02-05", "2027-02-08", "2027-02-09", "2027-02-10", "2027-02-11")),
  ...reckoned(closed(hungKings, "2027-04-16")),
  ...closed(victory, "2027-04-30"),
  // 1 May 2027 is a Saturday.
  ...closed(labour, "2027-05-03"),
  ...closed(national, "2027-09-02"),
  // The day beside it is announced each year.
  ...reckoned(closed(national, "2027-09-03")),
];
