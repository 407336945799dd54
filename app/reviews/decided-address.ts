import { z } from "zod";
import { addDays, addMonths, type Day } from "~/platform/day";
import { type ReviewSubject, reviewSubjects } from "./review";

/** How far back a list of decided reviews reaches, as it stands in an address. */
export const decidedSpans = ["30-ngay", "90-ngay", "12-thang"] as const;
export type DecidedSpan = (typeof decidedSpans)[number];

const firstDays: Readonly<Record<DecidedSpan, (today: Day) => Day>> = {
  "30-ngay": (today) => addDays(today, -30),
  "90-ngay": (today) => addDays(today, -90),
  "12-thang": (today) => addMonths(today, -12),
};

/** The first day of a span that ends today. */
export const firstDayOf = (span: DecidedSpan, today: Day): Day => firstDays[span](today);

/** The value of the scheme that stands for reviews of no scheme. */
export const noScheme = "khong";

const decidedFields = ["trong", "loai", "chungNhan", "lyDo", "canBo", "dungHan"] as const;

const addressSchema = z.object({
  trong: z.enum(decidedSpans).catch("90-ngay"),
  loai: z.enum(reviewSubjects).nullable().catch(null),
  chungNhan: z
    .union([z.uuid(), z.literal(noScheme)])
    .nullable()
    .catch(null),
  lyDo: z.uuid().nullable().catch(null),
  canBo: z.uuid().nullable().catch(null),
  dungHan: z.literal("1").nullable().catch(null),
});

export type DecidedAddress = z.output<typeof addressSchema>;

export const readDecidedAddress = (get: (name: string) => string | null): DecidedAddress =>
  addressSchema.parse(Object.fromEntries(decidedFields.map((name) => [name, get(name) || null])));

/** What a list of decided reviews is narrowed to; null is no condition. */
export interface DecidedFilter {
  since: Day;
  kind: ReviewSubject | null;
  schemeId: string | null;
  withoutScheme: boolean;
  reasonId: string | null;
  officerId: string | null;
  inTime: boolean;
}

export function decidedFilter(address: DecidedAddress, today: Day): DecidedFilter {
  const { trong, loai, chungNhan, lyDo, canBo, dungHan } = address;
  return {
    since: firstDayOf(trong, today),
    kind: loai,
    schemeId: chungNhan === noScheme ? null : chungNhan,
    withoutScheme: chungNhan === noScheme,
    reasonId: lyDo,
    officerId: canBo,
    inTime: dungHan !== null,
  };
}

/** The list of decided reviews that a number counts. */
export function decidedHref(asked: Partial<DecidedAddress>): string {
  const set = decidedFields.flatMap((name): [string, string][] => (asked[name] ? [[name, asked[name]]] : []));
  return `/tham-dinh/da-giai-quyet?${new URLSearchParams(set)}`;
}
