import type { FormState } from "~/platform/http/page-form";
import type { Translate } from "~/platform/i18n";
import { areaLabel } from "./area-label";
import type { FoundArea } from "./area-queries.server";

/** One unit to choose, ready to be shown: its label, and which old communes it was found by. */
export type AreaChoice = { id: string; label: string; hint?: string };

/** What an action with an area field answers when its form needs another go. */
export interface AreaFormReply {
  form: FormState;
  candidates?: AreaChoice[];
}

export function areaChoice(area: FoundArea, t: Translate): AreaChoice {
  const named = (partial: boolean) =>
    area.formerCommunes
      .filter((commune) => commune.partial === partial)
      .map(({ kind, name }) => t(`areas:former.${kind}`, { name }));
  const whole = named(false);
  const part = named(true);
  const hint = [
    whole.length > 0 ? t("areas:tookIn", { communes: whole.join(", ") }) : "",
    part.length > 0 ? t("areas:tookInPart", { communes: part.join(", ") }) : "",
  ]
    .filter(Boolean)
    .join(". ");
  return { id: area.id, label: areaLabel(area, t), ...(hint && { hint }) };
}
