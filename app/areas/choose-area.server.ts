import type { Translate } from "~/platform/i18n";
import { type AreaChoice, areaChoice } from "./area-choice";
import { resolveArea } from "./area-queries.server";

export interface ChosenArea {
  areaId: string | undefined;
  /** To be shown again beside the field while its name alone does not say which. */
  candidates: AreaChoice[];
  /** Catalogue keys by field, none when an area was chosen or nothing was typed. */
  errors: Record<string, string[]>;
}

/** Reads the fields `area` and `areaId` of a form. */
export async function chooseArea(form: FormData, t: Translate): Promise<ChosenArea> {
  const typed = String(form.get("area") ?? "");
  const { area, candidates } = await resolveArea(typed, String(form.get("areaId") ?? ""));
  const choices = candidates.map((candidate) => areaChoice(candidate, t));
  if (area || typed === "") return { areaId: area?.id, candidates: choices, errors: {} };
  const errors: Record<string, string[]> =
    choices.length > 0 ? { areaId: ["areas:area.ambiguous"] } : { area: ["areas:area.unknown"] };
  return { areaId: undefined, candidates: choices, errors };
}
