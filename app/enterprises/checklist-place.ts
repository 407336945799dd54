import type { ComputedItem } from "./checklist";

/** Where an owner sees to a computed item; null where only an officer can. */
export function placeOfItem(item: ComputedItem, enterpriseId: string): string | null {
  const here = `/quan-ly/${enterpriseId}`;
  const places: Record<ComputedItem, string | null> = {
    "contact-confirmed": "/tai-khoan",
    "size-declared": `${here}/quy-mo`,
    "product-presented": here,
    "certificate-in-force": `${here}/chung-nhan/moi`,
    "listing-confirmed": here,
    assessed: null,
  };
  return places[item];
}
