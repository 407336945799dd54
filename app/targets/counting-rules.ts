import { isSme, type LegalForm, legalForms, type SmeConfig } from "~/enterprises/enterprise-size";
import type { Day } from "~/platform/day";

/** Households and co-operatives are shown, but stand outside the number of SMEs. */
export const smeConfig: SmeConfig = { countHouseholds: false, countCooperatives: false };

/** The stricter reading shown beside a target's own threshold: level 3, "Hình thành". */
export const strictLevel = 3;

/** The threshold where a target names none: level 1, "Khởi động", the literal reading of carrying out digital transformation. */
export const usualLevel = 1;

/** The legal forms whose micro, small and medium enterprises count. */
export const countedLegalForms: readonly LegalForm[] = legalForms.filter((form) => isSme("micro", form, smeConfig));

/** The day of Resolution 05-NQ/TU: nothing is measured before. */
export const measuredSince: Day = "2021-09-20";
