import { formatNumber, formatShare } from "~/platform/format";
import { useLanguage, useT } from "~/platform/i18n";
import type { Share } from "~/targets/share";

/** Writes a share in the page's language; of nothing it is "no figure". */
export function useShareWords(): (share: Pick<Share, "basisPoints">) => string {
  const t = useT();
  const language = useLanguage();
  return ({ basisPoints }) => (basisPoints === null ? t("targets:none") : formatShare(basisPoints, language));
}

/** Writes what a target asks for, which is a round number: "80 %", not "80,0 %". */
export function useGoalWords(): (basisPoints: number) => string {
  const language = useLanguage();
  return (basisPoints) => `${formatNumber(basisPoints / 100, language)} %`;
}
