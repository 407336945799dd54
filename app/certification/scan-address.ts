/** How a scan is looked at: which page (from 1), how many times its fitting size, turned by how many degrees. */
export interface ScanLook {
  page: number;
  zoom: number;
  turn: number;
}

export const scanZooms = [1, 2, 3] as const;
const turns = [0, 90, 180, 270];

const numberIn = (text: string | null, allowed: readonly number[]): number | undefined =>
  allowed.find((one) => String(one) === text);

/** How a page's address asks for its scan to be shown (`tr`, `lon`, `xoay`); what it does not say is page 1, fitting, upright. */
export function readScanLook(search: string, pages: number): ScanLook {
  const asked = new URLSearchParams(search);
  const known = Array.from({ length: pages }, (_, index) => index + 1);
  return {
    page: numberIn(asked.get("tr"), known) ?? 1,
    zoom: numberIn(asked.get("lon"), scanZooms) ?? 1,
    turn: numberIn(asked.get("xoay"), turns) ?? 0,
  };
}

/** The same page with its scan looked at differently; all else of the address stays. */
export function scanHref(search: string, look: ScanLook): string {
  const address = new URLSearchParams(search);
  const set = (name: string, value: number, usual: number) =>
    value === usual ? address.delete(name) : address.set(name, String(value));
  set("tr", look.page, 1);
  set("lon", look.zoom, 1);
  set("xoay", ((look.turn % 360) + 360) % 360, 0);
  return `?${address}#ban-chup`;
}
