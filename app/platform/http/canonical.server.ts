import { environment } from "../env.server";

/** The full address of a path, with those parameters that make another page. */
export function canonicalUrl(
  path: string,
  parameters: Readonly<Record<string, string | number | null | undefined>> = {},
): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== null && value !== undefined && value !== "") query.set(name, String(value));
  }
  const search = query.toString();
  return `${environment().PUBLIC_ORIGIN}${path}${search && `?${search}`}`;
}
