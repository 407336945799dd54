const written = /^(\d{1,3})(?:[.,](\d{1,2}))?$/;

/** Reads per cent from 0 to 100 with at most two decimals, comma or point, as basis points; undefined if it is not that. */
export function readPercent(text: string): number | undefined {
  const [, whole, fraction = ""] = written.exec(text.normalize("NFKC").replace(/\s|%/g, "")) ?? [];
  if (whole === undefined) return undefined;
  const basisPoints = Number(whole) * 100 + Number(fraction.padEnd(2, "0"));
  return basisPoints <= 10_000 ? basisPoints : undefined;
}

/** Basis points as they are typed: 6250 is 62.5. */
export const writePercent = (basisPoints: number): string => String(basisPoints / 100);
