import type { Translate } from "~/platform/i18n";
import { type AreaKind, districtNames } from "./area-query";

export type NamedArea = { kind: AreaKind; name: string; formerDistrict: string };

/** The unit by its kind and name alone, such as "Xã Cát Tiến". */
export const areaName = ({ kind, name }: Pick<NamedArea, "kind" | "name">, t: Translate): string =>
  t(`areas:kind.${kind}`, { name });

/** The unit with the district it belonged to, such as "Xã Cát Tiến (Phù Cát cũ)"; typed into a form it finds this unit again. */
export const areaLabel = (area: NamedArea, t: Translate): string =>
  t("areas:label", { unit: areaName(area, t), district: districtNames(area.formerDistrict) });
