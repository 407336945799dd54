import type { FormState } from "~/platform/http/page-form";
import type { Translate } from "~/platform/i18n";
import { type CertificateField, certificateFields } from "./certificate-form";

/** Why a certificate is sent back or refused; the words are in the catalogue. */
export const reasonCodes = [
  "mismatch",
  "unreadable",
  "incomplete",
  "expired",
  "notCovered",
  "duplicate",
  "other",
] as const;
export type ReasonCode = (typeof reasonCodes)[number];

const isReasonCode = (value: string): value is ReasonCode => reasonCodes.some((code) => code === value);

export const isReasonField = (value: string): value is CertificateField =>
  certificateFields.some((field) => field === value);

export const reasonWords = (t: Translate, reason: string): string =>
  isReasonCode(reason) ? t(`certification:reason.${reason}`) : reason;

interface Said {
  note: string;
  reasons: readonly { field: string; reason: string; comment: string }[];
}

/** A returned certificate's form as it opens: its values, with the officer's reasons as errors at the fields. */
export function reasonState(
  t: Translate,
  values: Record<string, string | string[]>,
  { note, reasons }: Said,
): FormState {
  const errors: Record<string, string[]> = note ? { "": [note] } : {};
  const order: readonly string[] = certificateFields;
  const place = ({ field }: { field: string }) => order.indexOf(field);
  for (const { field, reason, comment } of reasons.toSorted((a, b) => place(a) - place(b))) {
    errors[field] = [...(errors[field] ?? []), [reasonWords(t, reason), comment].filter(Boolean).join(": ")];
  }
  return {
    values: Object.fromEntries(
      Object.entries(values).map(([name, value]) => [name, Array.isArray(value) ? value : [value]]),
    ),
    errors,
  };
}
