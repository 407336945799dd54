import { findScheme } from "~/certification/certificate-queries.server";
import { row } from "~/platform/db/client.server";
import type { Language, Translate } from "~/platform/i18n";
import { type DecidedAddress, noScheme } from "~/reviews/decided-address";
import { findReason } from "~/reviews/reason-queries.server";

/** What a list of decided reviews is narrowed to, in words: "90 ngày qua · Giấy chứng nhận · OCOP". */
export async function findDecidedTitle(
  { trong, loai, chungNhan, lyDo, canBo, dungHan }: DecidedAddress,
  t: Translate,
  language: Language,
): Promise<string> {
  const [scheme, reason, officer] = await Promise.all([
    chungNhan && chungNhan !== noScheme ? findScheme(chungNhan) : undefined,
    lyDo ? findReason(lyDo) : undefined,
    canBo ? row<{ name: string }>("SELECT name FROM accounts WHERE id = $1", [canBo]) : undefined,
  ]);
  const isVietnamese = language === "vi";
  return [
    t(`reviews:decidedList.within.${trong}`),
    loai && t(`reviews:kind.${loai}`),
    scheme && (isVietnamese ? scheme.nameVi : scheme.nameEn),
    reason && (isVietnamese ? reason.wordsVi : reason.wordsEn),
    officer?.name,
    dungHan && t("reviews:figures.inTime"),
  ]
    .filter(Boolean)
    .join(" · ");
}
