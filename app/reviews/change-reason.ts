import type { Translate } from "~/platform/i18n";

/** Why a proposed change is sent back or refused; the words are in the catalogue. */
export const changeReasonCodes = ["mismatch", "unreadable", "incomplete", "misleading", "notCovered", "other"] as const;
type ChangeReasonCode = (typeof changeReasonCodes)[number];

const isCode = (value: string): value is ChangeReasonCode => changeReasonCodes.some((code) => code === value);

/** A reason and what the officer added to it, in words. */
export function changeReasonWords(t: Translate, { reason, comment }: { reason: string; comment: string }): string {
  return [isCode(reason) ? t(`reviews:change.reason.${reason}`) : reason, comment].filter(Boolean).join(": ");
}
