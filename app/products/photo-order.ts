export const mostPhotos = 8;

/** Letters that a screen reader reads in one breath. */
export const longestCaption = 150;

export const photoDirections = ["earlier", "later"] as const;
export type PhotoDirection = (typeof photoDirections)[number];

/** The photos with one of them moved one place; unchanged when it is not there or already at that end. */
export function moved(order: readonly string[], photo: string, direction: PhotoDirection): string[] {
  const from = order.indexOf(photo);
  const to = direction === "earlier" ? from - 1 : from + 1;
  const other = order[to];
  if (from < 0 || other === undefined) return [...order];
  return order.map((id, index) => (index === from ? other : index === to ? photo : id));
}
