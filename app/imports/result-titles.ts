import type { MessageKey } from "~/platform/i18n";

/** The two columns that a result file adds; brought back in a corrected file, they are passed over. */
export const resultTitles = [
  "imports:resultColumn.outcome",
  "imports:resultColumn.errors",
] as const satisfies readonly MessageKey[];
