import type { PlannedRow } from "./import-kind";

/** What the rows of a file so far have claimed and touched, by the number of the first row that did. */
export interface Claims {
  claimed: Map<string, number>;
  touched: Map<string, number>;
}

export const noClaims = (): Claims => ({ claimed: new Map(), touched: new Map() });

/**
 * Takes in what a row claims and touches. Answers the number of the earlier row that it repeats, and takes nothing in
 * then; null when it repeats none.
 */
export function takeClaims(
  { claimed, touched }: Claims,
  { number, claims, touches }: Pick<PlannedRow, "number" | "claims" | "touches">,
): number | null {
  const earlier = [
    ...claims.map((claim) => claimed.get(claim) ?? touched.get(claim)),
    ...touches.map((touch) => claimed.get(touch)),
  ].filter((found) => found !== undefined);
  if (earlier.length > 0) return Math.min(...earlier);
  for (const claim of claims) claimed.set(claim, number);
  for (const touch of touches) if (!touched.has(touch)) touched.set(touch, number);
  return null;
}
