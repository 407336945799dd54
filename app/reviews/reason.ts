import type { FormState } from "~/platform/http/page-form";
import type { Language } from "~/platform/i18n";

/** Why something is sent back, at the field concerned; `reason` is a code of the catalogue of its kind. */
export interface Reason {
  field: string;
  reason: string;
  comment: string;
}

/** A reason as it was given, with the words that the catalogue has for it. */
export interface SaidReason extends Reason {
  wordsVi: string;
  wordsEn: string;
}

/** A reason in the reader's language, with what the officer added. */
export function reasonText({ wordsVi, wordsEn, comment }: SaidReason, language: Language): string {
  return [language === "vi" ? wordsVi : wordsEn, comment].filter(Boolean).join(": ");
}

/**
 * A form that was sent back, as it opens: its values, with the officer's reasons as errors at the fields, in the order of
 * the form; a note to the owner stands above it.
 */
export function reasonState(
  values: Readonly<Record<string, string | readonly string[]>>,
  { note, reasons }: { note: string; reasons: readonly SaidReason[] },
  fields: readonly string[],
  language: Language,
): FormState {
  const errors: Record<string, string[]> = note ? { "": [note] } : {};
  const place = ({ field }: { field: string }) => fields.indexOf(field);
  for (const reason of reasons.toSorted((a, b) => place(a) - place(b))) {
    errors[reason.field] = [...(errors[reason.field] ?? []), reasonText(reason, language)];
  }
  return {
    values: Object.fromEntries(Object.entries(values).map(([name, value]) => [name, [value].flat()])),
    errors,
  };
}
