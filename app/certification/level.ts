import type { Translate } from "~/platform/i18n";

/** Levels whose words the catalogue knows; an administrator may add others, which are shown as they were entered. */
const knownLevels = [
  "3-star",
  "4-star",
  "5-star",
  "crops",
  "livestock",
  "aquaculture",
  "province",
  "region",
  "national",
] as const;

export function levelWords(t: Translate, level: string): string {
  const known = knownLevels.find((candidate) => candidate === level);
  return known ? t(`certification:level.${known}`) : level;
}
