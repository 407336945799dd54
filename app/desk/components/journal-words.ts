import { formatDay, formatInstant } from "~/platform/format";
import { type Language, translateCode, translator, useLanguage } from "~/platform/i18n";

/** Where the words of a field's values stand, by field and, where they differ by it, by the kind of the subject. */
const catalogueOf: Readonly<Record<string, string>> = {
  role: "accounts:role",
  kind: "listings:kind",
  verdict: "listings:verdict",
  size: "enterprises:size",
  legalForm: "enterprises:legalForm",
  sector: "enterprises:sector",
  group: "products:group",
  "status of certificate": "certification:status",
  "status of product": "products:status",
  "status of listing": "listings:status",
};

const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text);
const isInstant = (text: string): boolean => /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(text);

/** A journal's codes in words; one that the catalogue does not know is shown as it is written in the journal. */
export function journalWords(language: Language) {
  const t = translator(language);
  const words = (key: string, otherwise: string): string => {
    const found = translateCode(language, key);
    return found === key ? otherwise : found;
  };
  return {
    event: (event: string) => words(`desk:journal.event.${event}`, event),
    kind: (kind: string) => words(`desk:journal.kind.${kind}`, kind),
    field: (field: string) => words(`desk:journal.field.${field}`, field),
    value: (subjectKind: string, field: string, value: string): string => {
      if (isDay(value)) return formatDay(value, language);
      if (isInstant(value)) return formatInstant(value, language);
      if (value === "true" || value === "false") return t(value === "true" ? "desk:journal.yes" : "desk:journal.no");
      const catalogue = catalogueOf[field] ?? catalogueOf[`${field} of ${subjectKind}`];
      return catalogue ? words(`${catalogue}.${value}`, value) : value;
    },
  };
}

/** The same in the page's language. */
export const useJournalWords = () => journalWords(useLanguage());
