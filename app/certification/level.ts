import type { Translate } from "~/platform/i18n";
import { knownLevel } from "./written-level";

export function levelWords(t: Translate, level: string): string {
  const known = knownLevel(level);
  return known ? t(`certification:level.${known}`) : level;
}
