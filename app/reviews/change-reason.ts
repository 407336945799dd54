import type { FormState } from "~/platform/http/page-form";
import type { Translate } from "~/platform/i18n";
import type { Reason } from "./decide-review.server";

/** Why a proposed change is sent back or refused; the words are in the catalogue. */
export const changeReasonCodes = ["mismatch", "unreadable", "incomplete", "misleading", "notCovered", "other"] as const;
type ChangeReasonCode = (typeof changeReasonCodes)[number];

const isCode = (value: string): value is ChangeReasonCode => changeReasonCodes.some((code) => code === value);

/** A reason and what the officer added to it, in words. */
export function changeReasonWords(t: Translate, { reason, comment }: { reason: string; comment: string }): string {
  return [isCode(reason) ? t(`reviews:change.reason.${reason}`) : reason, comment].filter(Boolean).join(": ");
}

/** A returned proposal's form as it opens: its values, with the officer's reasons as errors at the fields. */
export function changeReasonState(
  t: Translate,
  values: Readonly<Record<string, string | number | null | undefined | readonly string[]>>,
  { note, reasons }: { note: string; reasons: readonly Reason[] },
): FormState {
  const errors: Record<string, string[]> = note ? { "": [note] } : {};
  for (const reason of reasons) {
    errors[reason.field] = [...(errors[reason.field] ?? []), changeReasonWords(t, reason)];
  }
  const texts = Object.entries(values).map(([name, value]) => [
    name,
    Array.isArray(value) ? [...value] : value === null || value === undefined ? [] : [String(value)],
  ]);
  return { values: Object.fromEntries(texts), errors };
}
