export const scopes = ["toan-tinh", "binh-dinh"] as const;
export type ScopeCode = (typeof scopes)[number];

/** Which part of today's province a page speaks of: all of it unless former Bình Định is asked for. */
export function readScope(value: string | null): { code: ScopeCode; formerProvince: string | null } {
  return value === "binh-dinh"
    ? { code: "binh-dinh", formerProvince: "Bình Định" }
    : { code: "toan-tinh", formerProvince: null };
}

/** The scope as it stands in an address; the whole province needs no word. */
export const scopeParameter = (code: ScopeCode): string | null => (code === "toan-tinh" ? null : code);
