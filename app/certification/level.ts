import type { MessageKey, Translate } from "~/platform/i18n";

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

/** Where the catalogue has a level's words; null for one that an administrator added. */
export function levelKey(level: string): MessageKey | null {
  const known = knownLevels.find((candidate) => candidate === level);
  return known ? `certification:level.${known}` : null;
}

export function levelWords(t: Translate, level: string): string {
  const key = levelKey(level);
  return key ? t(key) : level;
}
