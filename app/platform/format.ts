import type { Day } from "./day";
import type { Language } from "./i18n";

const locales = { vi: "vi-VN", en: "en-GB" } as const;
const zone = "Asia/Ho_Chi_Minh";

function perLanguage<F>(make: (locale: string) => F): Record<Language, F> {
  return { vi: make(locales.vi), en: make(locales.en) };
}

const numbers = perLanguage((locale) => new Intl.NumberFormat(locale));
const shares = perLanguage(
  (locale) => new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 }),
);
const days = perLanguage(
  (locale) => new Intl.DateTimeFormat(locale, { day: "2-digit", month: "2-digit", year: "numeric", timeZone: "UTC" }),
);
const instants = perLanguage(
  (locale) =>
    new Intl.DateTimeFormat(locale, {
      day: "2-digit",
      month: "2-digit",
      year: "numeric",
      hour: "2-digit",
      minute: "2-digit",
      hour12: false,
      timeZone: zone,
    }),
);
const clocks = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", timeZone: zone });
const ages = perLanguage((locale) => new Intl.RelativeTimeFormat(locale));

export const formatNumber = (value: number, language: Language): string => numbers[language].format(value);

/** Integer đồng, for example "120.000 ₫". */
export const formatMoney = (dong: number, language: Language): string => `${numbers[language].format(dong)} ₫`;

/** Basis points as a percentage with two decimals, exact: 4999 is 49,99 %. */
export const formatShare = (basisPoints: number, language: Language): string =>
  `${shares[language].format(basisPoints / 100)} %`;

/** A calendar day as dd/mm/yyyy in both languages. */
export const formatDay = (day: Day, language: Language): string => days[language].format(new Date(`${day}T00:00:00Z`));

/** An instant as date and time in Việt Nam. */
export const formatInstant = (instant: Date | string, language: Language): string =>
  instants[language].format(new Date(instant));

/** The time of day in Việt Nam, HH:MM. */
export const formatClock = (instant: Date): string => clocks.format(instant);

/** How long ago, in the largest unit that fits: minutes, hours or days. */
export function formatAge(from: Date | string, now: Date | string, language: Language): string {
  const minutes = Math.round((new Date(from).getTime() - new Date(now).getTime()) / 60_000);
  if (Math.abs(minutes) < 60) return ages[language].format(minutes, "minute");
  const hours = Math.round(minutes / 60);
  if (Math.abs(hours) < 24) return ages[language].format(hours, "hour");
  return ages[language].format(Math.round(hours / 24), "day");
}
