/** What a list behind a figure is narrowed to; an empty value is left out of the address. */
export type CountedQuery = Partial<
  Record<
    "nhom" | "ngay" | "pham-vi" | "tinh" | "huyen" | "loai" | "nhom-hang" | "san" | "muc",
    string | number | null | undefined
  >
>;

/** The address of the list behind a figure of a target, or of an indicator as it stands today. */
export function countedHref(target: string, query: CountedQuery): string {
  const given = Object.entries(query).flatMap(([name, value]): [string, string][] =>
    value === null || value === undefined || value === "" ? [] : [[name, String(value)]],
  );
  return `/chi-tieu/${encodeURIComponent(target)}?${new URLSearchParams(given)}`;
}
