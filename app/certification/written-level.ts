import { fold } from "~/platform/vietnamese-text";

const words: Readonly<Record<string, readonly string[]>> = {
  crops: ["trong trot"],
  livestock: ["chan nuoi"],
  aquaculture: ["thuy san", "nuoi trong thuy san"],
  province: ["cap tinh", "tinh"],
  region: ["cap khu vuc", "khu vuc", "vung"],
  national: ["cap quoc gia", "quoc gia"],
};

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

/** The level by whose name the catalogue has its words; undefined for one that an administrator added. */
export const knownLevel = (level: string | null) => knownLevels.find((known) => known === level);

/** The level of a scheme that people wrote as "4 sao", "4", "****" or in words; null when the scheme has none like it. */
export function writtenLevel(text: string, levels: readonly string[]): string | null {
  const folded = fold(text);
  const stars = /^([*★⭐]{1,5})$/u.exec(text.replace(/\s/g, ""))?.[1];
  const count = stars ? [...stars].length : /^(?:hang )?(\d) ?(?:sao|stars?|\*)?$/.exec(folded)?.[1];
  return (
    levels.find((level) => level === folded || level === `${count}-star` || words[level]?.includes(folded)) ?? null
  );
}
