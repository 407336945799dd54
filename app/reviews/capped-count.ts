import { formatNumber } from "~/platform/format";
import type { Language } from "~/platform/i18n";

/** Up to here the queue is counted one by one; of a longer one nobody needs the last digit. */
export const mostCounted = 1000;

/** How many are open, in words: "1.000+" where they were not all counted. */
export const countWords = (count: number, language: Language): string =>
  count > mostCounted ? `${formatNumber(mostCounted, language)}+` : formatNumber(count, language);
