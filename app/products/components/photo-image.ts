import type { Photo } from "~/products/product-queries.server";
import type { MediaImage } from "~/ui";

const smallWidth = 320;
const largeWidth = 640;

/** What a photo shows in its owner's words, or otherwise in these. */
export const photoAlt = ({ caption }: Photo, otherwise: string): string => caption || otherwise;

/** A photo as the image of a card: two widths to choose from, its proportions kept free while it loads. */
export function photoImage({ fileId, width, height }: Photo, alt: string): MediaImage {
  const address = (wide: number) => `/anh/${fileId}/${wide}`;
  return {
    src: address(largeWidth),
    srcSet: `${address(smallWidth)} ${smallWidth}w, ${address(largeWidth)} ${largeWidth}w`,
    sizes: "(max-width: 40rem) 100vw, 20rem",
    alt,
    width,
    height,
  };
}
