import { currentAreas } from "./current-areas";
import { formerAreas } from "./former-areas";

export const currentScheme = "2025";
export const formerScheme = "GSO-pre-2025";

// The merger of 1 July 2025 abolished the district level and nearly every commune on one day.
const lastFormerDay = "2025-06-30";
const firstCurrentDay = "2025-07-01";

export const areas = [
  ...currentAreas.map(([code, kind, name, formerProvince, formerDistrict]) => ({
    id: `${currentScheme}:${code}`,
    scheme: currentScheme,
    code,
    kind,
    name,
    formerDistrict,
    formerProvince,
    validFrom: firstCurrentDay,
    validTo: null,
  })),
  ...formerAreas.map(([code, kind, name, formerProvince, formerDistrict]) => ({
    id: `${formerScheme}:${code}`,
    scheme: formerScheme,
    code,
    kind,
    name,
    formerDistrict,
    formerProvince,
    validFrom: null,
    validTo: lastFormerDay,
  })),
];

export const areaSuccessions = formerAreas.flatMap(([code, , , , , successors]) => {
  const codes = successors.split(" ");
  return codes.map((successor) => ({
    fromId: `${formerScheme}:${code}`,
    toId: `${currentScheme}:${successor}`,
    partial: codes.length > 1,
  }));
});
