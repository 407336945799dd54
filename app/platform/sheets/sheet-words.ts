import { type Language, translateCode } from "../i18n";
import { type SheetRefusal, sheetLimits } from "./sheet";

/** The words of a refusal, its limits filled in. */
export const sheetRefusalWords = (language: Language, code: SheetRefusal | "sheet.noHeader"): string =>
  translateCode(language, `platform:${code}`, {
    columns: sheetLimits.columns,
    rows: sheetLimits.rows,
    characters: sheetLimits.cellCharacters,
  });
